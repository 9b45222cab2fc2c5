import type { IConstruct } from "constructs";
import type { IUserAssignedIdentity } from "../identity/managed-identity";
import { deferredString, once } from "../synth/deferred";

/** The id of an identity, for the `identity` block of what is to act as it. */
export function identityIdFor(host: IConstruct, identity: IUserAssignedIdentity): string {
  return deferredString(
    host,
    once(() => identity.id),
  );
}

/** The type follows from what a host has: azurerm asks for it, and refuses one that does not fit the list. */
export function identityBlock(hasSystemIdentity: boolean, identityIds: readonly string[]) {
  const kinds = [
    ...(hasSystemIdentity ? ["SystemAssigned"] : []),
    ...(identityIds.length > 0 ? ["UserAssigned"] : []),
  ];
  if (kinds.length === 0) return undefined;
  return {
    type: kinds.join(", "),
    ...(identityIds.length > 0 ? { identityIds: [...identityIds] } : {}),
  };
}
