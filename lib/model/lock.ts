import type { Entry } from "./entry";
import type { Value } from "./value";

/** A management lock: nothing at its scope or below can be deleted while it is there. */
export interface Lock {
  readonly entry: Entry;
  readonly scope: Value | undefined;
}

export const LOCK_TYPE = "azurerm_management_lock";

export function readLock(entry: Entry, read: (raw: unknown) => Value | undefined): Lock {
  return { entry, scope: read(entry.values.scope) };
}
