import { coversAction } from "../../azure/action-pattern";
import { builtInRoleName } from "../../azure/built-in-roles";
import { builtInPermissions, builtInRoleIds, type PermissionBlock } from "../../azure/role-permissions";
import { allowedCount } from "./allowed-count";
import { knownActions } from "./known-actions";

/** A built-in role that allows an action. */
export interface AllowingRole {
  readonly name: string;
  readonly id: string;
  /** Whether it allows it as a data action. */
  readonly isData: boolean;
  /** What covers it, in lower case. */
  readonly pattern: string;
  /** Whether a condition, which is part of the role, limits it. */
  readonly isConditional: boolean;
  /** How many of the actions that built-in roles name in full this one allows. */
  readonly allows: number;
}

/** The built-in roles that allow an action: those without a condition first, of them the one with the fewest actions. */
export function rolesAllowing(action: string): AllowingRole[] {
  const planes = planesOf(action);
  return [...builtInRoleIds()]
    .flatMap((id) =>
      planes.flatMap((isData) => {
        const by = coveredBy(builtInPermissions(id) ?? [], action, isData);
        return by ? [{ name: builtInRoleName(id) ?? id, id, isData, ...by, allows: allowedCount(id) }] : [];
      }),
    )
    .sort(
      (a, b) =>
        Number(a.isConditional) - Number(b.isConditional) ||
        a.allows - b.allows ||
        (a.name < b.name ? -1 : 1),
    );
}

/** Whether it is a data action; one that is not known may be either. */
function planesOf(action: string): boolean[] {
  const { control, data } = knownActions();
  const planes = [control, data].map((actions) => actions.has(action.toLowerCase()));
  const found = [false, true].filter((isData) => planes[Number(isData)]);
  return found.length > 0 ? found : [false, true];
}

/** A block without a condition comes before one with. */
function coveredBy(
  blocks: readonly PermissionBlock[],
  action: string,
  isData: boolean,
): Pick<AllowingRole, "pattern" | "isConditional"> | undefined {
  const found = blocks.flatMap((block) => {
    const [given, left] = isData
      ? [block.dataActions, block.notDataActions]
      : [block.actions, block.notActions];
    const pattern = given.find((one) => coversAction(one, action));
    const isLeft = left.some((one) => coversAction(one, action));
    return pattern === undefined || isLeft ? [] : [{ pattern, isConditional: block.isConditional }];
  });
  return found.find(({ isConditional }) => !isConditional) ?? found[0];
}
