import { type Entry, hasDynamic } from "./entry";
import type { Value } from "./value";

/** A resource with an `identity`, of azurerm or azapi: something that runs as an identity. */
export interface Host {
  readonly entry: Entry;
  /** Whether it has a system-assigned identity; `undefined` when that is not known at synth. */
  readonly hasSystemIdentity: boolean | undefined;
  /** Ids of the user-assigned identities; `undefined` when the list is not known at synth. */
  readonly identityIds: readonly Value[] | undefined;
}

/** Types of virtual machines and of scale sets, for rules that speak of those alone. */
export const VIRTUAL_MACHINE_TYPES: ReadonlySet<string> = new Set([
  "azurerm_linux_virtual_machine",
  "azurerm_windows_virtual_machine",
]);
/** Scale sets with flexible orchestration, whatever their operating system. */
export const ORCHESTRATED_SCALE_SET_TYPE = "azurerm_orchestrated_virtual_machine_scale_set";
export const SCALE_SET_TYPES: ReadonlySet<string> = new Set([
  "azurerm_linux_virtual_machine_scale_set",
  "azurerm_windows_virtual_machine_scale_set",
  ORCHESTRATED_SCALE_SET_TYPE,
]);

export function isMachineType(type: string): boolean {
  return VIRTUAL_MACHINE_TYPES.has(type) || SCALE_SET_TYPES.has(type);
}

export function isMachine({ type }: Entry): boolean {
  return isMachineType(type);
}

/** Reads the `identity` block, which `azapi_resource` has as well; `undefined` for an entry without one. */
export function readHost(entry: Entry, readAll: (raw: unknown) => Value[]): Host | undefined {
  if (entry.isData || !(entry.type.startsWith("azurerm_") || entry.type === "azapi_resource"))
    return undefined;
  if (hasDynamic(entry.values, "identity")) return unknownHost(entry);
  const raw = entry.values.identity;
  const block = Array.isArray(raw) ? raw[0] : raw;
  if (block === undefined || block === null) return undefined;
  if (typeof block !== "object") return unknownHost(entry);

  const [type] = readAll(block.type);
  return {
    entry,
    hasSystemIdentity: type?.kind === "literal" ? String(type.value).includes("SystemAssigned") : undefined,
    identityIds: typeof block.identity_ids === "string" ? undefined : readAll(block.identity_ids),
  };
}

function unknownHost(entry: Entry): Host {
  return { entry, hasSystemIdentity: undefined, identityIds: undefined };
}
