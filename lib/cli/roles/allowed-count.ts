import { coversAction } from "../../azure/action-pattern";
import { builtInPermissions, type PermissionBlock } from "../../azure/role-permissions";
import { namedActions } from "./known-actions";

/** How many of the actions that built-in roles name in full one of them allows. */
export function allowedCount(id: string): number {
  const { control, data } = namedActions();
  const blocks = builtInPermissions(id) ?? [];
  const count = (known: ReadonlySet<string>, lists: (block: PermissionBlock) => Lists) =>
    blocks.reduce((sum, block) => sum + countIn(known, lists(block)), 0);
  return (
    count(control, ({ actions, notActions }) => [actions, notActions]) +
    count(data, ({ dataActions, notDataActions }) => [dataActions, notDataActions])
  );
}

type Lists = readonly [given: readonly string[], left: readonly string[]];

function countIn(known: ReadonlySet<string>, [given, left]: Lists): number {
  const stars = given.filter((pattern) => pattern.includes("*"));
  if (stars.length === 0 && left.length === 0) return given.length;
  const allowed = (action: string) =>
    (given.includes(action) || stars.some((pattern) => coversAction(pattern, action))) &&
    !left.some((pattern) => coversAction(pattern, action));
  return [...known].filter(allowed).length;
}
