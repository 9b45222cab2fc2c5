import type { Block } from "../model/terraform-json";
import { argumentAt } from "./provider-block";

/** Arguments of the provider that turn an action off, and the value with which they do. */
const TURNED_OFF_BY: Readonly<Record<string, readonly (readonly [path: string, value: boolean])[]>> = {
  "Microsoft.Compute/disks/delete": [["features.virtual_machine.delete_os_disk_on_deletion", false]],
  "Microsoft.Compute/virtualMachineScaleSets/write": [
    ["features.virtual_machine_scale_set.scale_to_zero_before_deletion", false],
  ],
  "Microsoft.KeyVault/locations/deletedVaults/purge/action": [
    ["features.key_vault.purge_soft_delete_on_destroy", false],
  ],
  "Microsoft.Resources/subscriptions/resourcegroups/resources/read": [
    ["features.resource_group.prevent_deletion_if_contains_resources", false],
  ],
  "Microsoft.Storage/storageAccounts/listKeys/action": [
    ["storage_use_azuread", true],
    ["features.storage.data_plane_available", false],
  ],
};

/** Whether the provider does an action that its arguments turn on and off; says which of them Terraform alone knows. */
export function featureOf(action: string, provider: Block): "on" | "off" | { readonly unknown: string } {
  const given = (TURNED_OFF_BY[action] ?? []).map(([path, off]) => ({
    path,
    off,
    value: argumentAt(provider, path.split(".")),
  }));
  if (given.some(({ value, off }) => value === off || value === String(off))) return "off";
  const unknown = given.find(({ value }) => typeof value === "string" && value.includes("${"));
  return unknown ? { unknown: unknown.path } : "on";
}
