import { builtInRoleName } from "../../azure/built-in-roles";
import { groupBy } from "../../model/group-by";
import { SUBSCRIPTION_PLACEHOLDER } from "../../prerequisites/place-before";
import type {
  DeployerNeeds,
  NeededAction,
  NeededBuiltInRole,
  NeededLimit,
} from "../../prerequisites/requirements";
import { plural } from "../document/summary";

/** What somebody needs, as the beginning of a section. */
export function headline({ stacks }: DeployerNeeds): string {
  return stacks.length === 1 ? `the deployer of ${stacks[0]}` : `one deployer of ${stacks.join(", ")}`;
}

/** What a role may assign: nothing to say where it may not assign at all. */
export function limitText(limit: NeededLimit | undefined): string {
  if (!limit) return "";
  const { roles, principalTypes } = limit;
  if (roles?.length === 0) return "no role";
  const what = roles
    ? roles
        .map((id) => builtInRoleName(id) ?? id)
        .sort()
        .join(", ")
    : "any role";
  return principalTypes ? `${what}, to ${principalTypes.join(", ")}` : what;
}

/** A role, and what it may assign. */
export function roleWithLimit({ role, limit, condition }: NeededBuiltInRole): string {
  const assigns = limitText(limit);
  return assigns ? `${role}, with${condition ? "" : "out"} a condition: may assign ${assigns}` : role;
}

/** What stands in place of roles where there are none. */
export function withoutRoles({ notAllowed, notCovered }: DeployerNeeds): string {
  return notAllowed.length + notCovered.length === 0
    ? "no role of Azure"
    : "no role of Azure that is known here";
}

/** What the roles leave to say, one sentence each. */
export function notes(needs: DeployerNeeds): string[] {
  const { placeholders, customRoles, notAllowed, notCovered, leftOut, unlisted } = needs;
  const actions = customRoles.reduce((sum, role) => sum + role.actions.length + role.dataActions.length, 0);
  return [
    ...(placeholders.includes(SUBSCRIPTION_PLACEHOLDER)
      ? [`<${SUBSCRIPTION_PLACEHOLDER}> is the one of providers that name none, from ARM_SUBSCRIPTION_ID`]
      : []),
    ...(customRoles.length > 0
      ? [
          `in place of these, ${plural(customRoles.length, "custom role")} with nothing but the ${plural(actions, "action")} that ${actions === 1 ? "is" : "are"} asked for: --format json lists them`,
        ]
      : []),
    ...byScope(notAllowed, (names, scope) => `no built-in role allows ${names} at ${scope}`),
    ...[...groupBy(notCovered, ({ reason }) => reason)].map(
      ([reason, same]) => `not covered: ${same.map(({ path }) => path).join(", ")}, as ${reason}`,
    ),
    ...(unlisted.length > 0
      ? [`no condition can list the roles that ${unlisted.join(", ")} assign, as they have no GUID yet`]
      : []),
    ...byScope(
      leftOut,
      (names, scope) =>
        `left out is registering ${names.replaceAll("/register/action", "")} at ${scope}: its owner does that once`,
    ),
  ];
}

function byScope(actions: readonly NeededAction[], text: (names: string, scope: string) => string): string[] {
  return [...groupBy(actions, ({ scope }) => scope)].map(([scope, same]) =>
    text(same.map(({ action }) => action).join(", "), scope),
  );
}
