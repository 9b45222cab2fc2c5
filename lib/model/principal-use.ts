import type { Entry } from "./entry";
import type { Model } from "./model";
import type { Value } from "./value";

/** An element that names a principal: one that gets a role, or that becomes a member of a group. */
export interface PrincipalUse {
  readonly entry: Entry;
  readonly principal: Value | undefined;
}

/** All of them; roles come first. */
export function principalUses({ bindings, groupMemberships }: Model): readonly PrincipalUse[] {
  return [...bindings, ...groupMemberships.map(({ entry, member }) => ({ entry, principal: member }))];
}
