import type { Entry } from "./entry";
import { IDENTITY_TYPE } from "./identity";
import { entryOf, type Model } from "./model";
import type { Value } from "./value";

/**
 * The element whose managed identity a principal id belongs to: a user-assigned identity, or a resource with a
 * system-assigned one; `undefined` where the principal is something else or not known.
 */
export function managedIdentityOf(model: Model, principal: Value | undefined): Entry | undefined {
  if (principal?.kind !== "reference") return undefined;
  const entry = entryOf(model, principal);
  if (!entry?.type.startsWith("azurerm_")) return undefined;
  const attribute = entry.type === IDENTITY_TYPE ? "principal_id" : "identity[0].principal_id";
  return principal.attribute === attribute ? entry : undefined;
}
