import type { Entry } from "./entry";
import type { Value } from "./value";

/** A user-assigned identity: one that the stack makes, or one that it looks up. */
export interface Identity {
  readonly entry: Entry;
  readonly name: Value | undefined;
  readonly resourceGroupName: Value | undefined;
}

export const IDENTITY_TYPE = "azurerm_user_assigned_identity";

export function readIdentity(entry: Entry, read: (raw: unknown) => Value | undefined): Identity {
  return { entry, name: read(entry.values.name), resourceGroupName: read(entry.values.resource_group_name) };
}
