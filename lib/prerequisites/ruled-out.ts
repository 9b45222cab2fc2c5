import type { OperationRow } from "../azure/operation-rows";
import { type Entry, hasDynamic } from "../model/entry";
import { argument, follow, type Model } from "../model/model";

type RuledOut = (stated: (name: string) => unknown, row: OperationRow) => boolean;

/** Rows that arguments of the entry itself rule out. */
const RULED_OUT: Readonly<Record<string, RuledOut>> = {
  "Microsoft.ContainerRegistry/registries/listCredentials/action": (stated) =>
    [undefined, false].includes(stated("admin_enabled") as boolean | undefined),
  "Microsoft.ContainerRegistry/registries/replications/write": isSingle,
  "Microsoft.ContainerRegistry/registries/replications/delete": isSingle,
  "Microsoft.KeyVault/locations/deletedVaults/purge/action": (stated) =>
    stated("purge_protection_enabled") === true,
  "Microsoft.KeyVault/vaults/accessPolicies/write": (stated) => stated("access_policy") === undefined,
  "Microsoft.OperationalInsights/workspaces/read": (stated) =>
    stated("log_analytics_workspace_id") === undefined,
  "Microsoft.Resources/subscriptions/read": (stated, { phase }) =>
    phase === "create" && stated("delegated_managed_identity_resource_id") === undefined,
  "Microsoft.Storage/storageAccounts/blobServices/read": (stated) => stated("account_kind") === "FileStorage",
  "Microsoft.Storage/storageAccounts/fileServices/read": (stated) =>
    ["BlobStorage", "BlockBlobStorage"].includes(String(stated("account_kind"))),
  "Microsoft.Compute/virtualMachineScaleSets/virtualMachines/read": isOtherMode,
  "Microsoft.Compute/virtualMachineScaleSets/manualUpgrade/action": isOtherMode,
  "Microsoft.Compute/virtualMachineScaleSets/reimage/action": isOtherMode,
  "Microsoft.Compute/virtualMachineScaleSets/osRollingUpgrade/action": (stated) =>
    stated("automatic_os_upgrade_policy") === undefined,
};

/** azurerm 4 replaces an assignment instead of changing it. */
export function isNeverAsked({ phase, action }: OperationRow): boolean {
  return phase === "update" && action === "Microsoft.Authorization/roleAssignments/write";
}

/** Whether arguments of an entry may rule a row out at all. */
export function canBeRuledOut({ action }: OperationRow): boolean {
  return RULED_OUT[action] !== undefined;
}

export function isRuledOut(model: Model, entry: Entry, row: OperationRow): boolean {
  const stated = (name: string) => {
    const raw = hasDynamic(entry.values, name) ? {} : entry.values[name];
    if (raw === undefined || typeof raw === "object") return raw ?? undefined;
    const value = follow(model, argument(model, entry, name));
    return value?.kind === "literal" ? value.value : value;
  };
  return RULED_OUT[row.action]?.(stated, row) ?? false;
}

/** Machines of a scale set are rolled by azurerm where the mode is, as it is when not given, `Manual`. */
function isOtherMode(stated: (name: string) => unknown): boolean {
  return ["Automatic", "Rolling"].includes(String(stated("upgrade_mode")));
}

/** A registry of one region, now and after a change that does not add others. */
function isSingle(stated: (name: string) => unknown, { phase }: OperationRow): boolean {
  return phase === "create" && stated("georeplications") === undefined;
}
