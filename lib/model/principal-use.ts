import type { Entry } from "./entry";
import { IDENTITY_TYPE } from "./identity";
import type { Model } from "./model";
import { remembered } from "./remembered";
import type { Value } from "./value";

/** An element that names a principal: one that gets a role, or that becomes a member of a group. */
export interface PrincipalUse {
  readonly entry: Entry;
  readonly principal: Value | undefined;
}

/** All of them; roles come first. */
export const principalUses = remembered(({ bindings, groupMemberships }: Model): readonly PrincipalUse[] => [
  ...bindings,
  ...groupMemberships.map(({ entry, member }) => ({ entry, principal: member })),
]);

/**
 * Those that are not plainly of a user-assigned identity, as most are: what can be wrong with a principal is looked for
 * in these.
 */
export const questionableUses = remembered((model: Model): readonly PrincipalUse[] =>
  principalUses(model).filter(({ principal }) => !isOfUserAssigned(principal)),
);

/** Whether a principal is the attribute `principal_id` of a user-assigned identity, and so the right one whatever it is. */
export function isOfUserAssigned(principal: Value | undefined): boolean {
  return (
    principal?.kind === "reference" &&
    principal.attribute === "principal_id" &&
    principal.address.startsWith(USER_ASSIGNED)
  );
}

const USER_ASSIGNED = `${IDENTITY_TYPE}.`;
