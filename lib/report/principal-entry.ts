import type { Entry } from "../model/entry";
import { entryOf, type Model } from "../model/model";
import { managedIdentityOf } from "../model/principal";
import type { Value } from "../model/value";

/**
 * The element whose identity a principal id is; none where it is no principal id of one, such as the client id of an
 * identity: a role for that is no role of the identity.
 */
export function principalEntry(model: Model, principal: Value): Entry | undefined {
  const holder = managedIdentityOf(model, principal);
  if (holder || principal.kind !== "reference") return holder;
  const entry = entryOf(model, principal);
  return entry?.type.startsWith("azuread_") ? entry : undefined;
}
