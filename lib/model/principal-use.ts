import type { Entry } from "./entry";
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
