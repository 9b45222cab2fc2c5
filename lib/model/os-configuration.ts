import { type Entry, hasDynamic } from "./entry";
import { ORCHESTRATED_SCALE_SET_TYPE } from "./host";
import type { Block } from "./terraform-json";

/** The block in which a machine, or each of a scale set, has its login and its name. */
export interface OsConfiguration {
  readonly system: "linux" | "windows";
  readonly values: Block;
}

const SYSTEM_OF_TYPE: Readonly<Record<string, OsConfiguration["system"]>> = {
  azurerm_linux_virtual_machine: "linux",
  azurerm_windows_virtual_machine: "windows",
  azurerm_linux_virtual_machine_scale_set: "linux",
  azurerm_windows_virtual_machine_scale_set: "windows",
};

/**
 * Most resources have it at their top; scale sets with flexible orchestration in a block of the system's own.
 * `undefined` for other resources, and where only Terraform knows the block.
 */
export function osConfiguration({ isData, type, values }: Entry): OsConfiguration | undefined {
  if (isData) return undefined;
  const system = SYSTEM_OF_TYPE[type];
  if (system) return { system, values };
  if (type !== ORCHESTRATED_SCALE_SET_TYPE || hasDynamic(values, "os_profile")) return undefined;
  const profile = onlyBlock(values.os_profile);
  if (!profile) return undefined;
  for (const name of ["linux", "windows"] as const) {
    const block = onlyBlock(profile[`${name}_configuration`]);
    if (block) return { system: name, values: block };
  }
  return undefined;
}

function onlyBlock(raw: unknown): Block | undefined {
  const block = Array.isArray(raw) ? raw[0] : raw;
  return typeof block === "object" && block !== null ? (block as Block) : undefined;
}
