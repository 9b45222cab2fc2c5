import type { ScaleSetOsDisk } from "./scale-set-options";
import type { OsDisk } from "./vm-props";

/** A disk on the host can be read through the cache only, and names the cheapest storage, which it does not use. */
export function osDiskOf({ diffDiskSettings, ...disk }: OsDisk & ScaleSetOsDisk = {}) {
  if (!diffDiskSettings) return { caching: "ReadWrite", storageAccountType: "StandardSSD_LRS", ...disk };
  return {
    caching: "ReadOnly",
    storageAccountType: "Standard_LRS",
    ...disk,
    diffDiskSettings: { option: "Local", ...diffDiskSettings },
  };
}
