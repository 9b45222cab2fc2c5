import type { OperationRow } from "../azure/operation-rows";
import type { Entry } from "../model/entry";
import type { Model } from "../model/model";
import { argument, follow } from "../model/model";
import type { Block } from "../model/terraform-json";
import { featureOf } from "./features";
import type { Operation } from "./operation";

type Certainty = Pick<Operation, "certainty" | "when">;

const ALWAYS: Certainty = { certainty: "always" };
const POWER = "its size, OS disk, network interfaces or placement change";

/** Conditions that only a change or Azure decides on. */
const WHEN: Readonly<Record<string, string>> = {
  "Microsoft.Compute/virtualMachines/vmSizes/read": "its size changes",
  "Microsoft.Compute/virtualMachines/powerOff/action": POWER,
  "Microsoft.Compute/virtualMachines/deallocate/action": POWER,
  "Microsoft.Compute/virtualMachines/start/action": POWER,
  "Microsoft.Compute/disks/write": "size or encryption of its OS disk change",
  "Microsoft.Compute/diskEncryptionSets/read": "the encryption of its OS disk changes",
  "Microsoft.Compute/virtualMachineScaleSets/virtualMachines/read": "a change is rolled out to its machines",
  "Microsoft.Compute/virtualMachineScaleSets/manualUpgrade/action": "a change is rolled out to its machines",
  "Microsoft.Compute/virtualMachineScaleSets/reimage/action": "a change is rolled out to its machines",
  "Microsoft.Compute/virtualMachineScaleSets/osRollingUpgrade/action": "its image changes",
  "Microsoft.Compute/virtualMachineScaleSets/rollingUpgrades/action": "a rolling upgrade is under way",
};

/** How sure it is that a row of the table happens for an entry; `undefined` where it certainly does not. */
export function certaintyOf(
  model: Model,
  entry: Entry,
  row: OperationRow,
  provider: Block,
): Certainty | undefined {
  const { action, need, phase, scope } = row;
  if (isRuledOut(model, entry, row)) return undefined;
  if (need === "always") return ALWAYS;
  if (need === "tolerated") return { certainty: "tolerated", when: "azurerm goes on without it" };
  if (need === "uncertain") return { certainty: "uncertain", when: "Azure is not known to check it" };
  if (need === "default") {
    const feature = featureOf(action, provider);
    if (feature === "off") return undefined;
    return feature === "on" ? ALWAYS : { certainty: "conditional", when: `${feature.unknown} says so` };
  }
  // An argument that names the other resource is what the condition asks for.
  if (scope.startsWith("linked:") && phase === "create") return ALWAYS;
  return { certainty: "conditional", when: WHEN[action] ?? "something of it changes" };
}

type RuledOut = (stated: (name: string) => unknown, row: OperationRow) => boolean;

/** Rows that arguments of the entry itself rule out. */
const RULED_OUT: Readonly<Record<string, RuledOut>> = {
  "Microsoft.KeyVault/locations/deletedVaults/purge/action": (stated) =>
    stated("purge_protection_enabled") === true,
  "Microsoft.KeyVault/vaults/accessPolicies/write": (stated) => stated("access_policy") === undefined,
  "Microsoft.Resources/subscriptions/read": (stated, { phase }) =>
    phase === "create" && stated("delegated_managed_identity_resource_id") === undefined,
  // azurerm 4 replaces an assignment instead of changing it.
  "Microsoft.Authorization/roleAssignments/write": (_, { phase }) => phase === "update",
  "Microsoft.Storage/storageAccounts/blobServices/read": (stated) => stated("account_kind") === "FileStorage",
  "Microsoft.Storage/storageAccounts/fileServices/read": (stated) =>
    ["BlobStorage", "BlockBlobStorage"].includes(String(stated("account_kind"))),
  "Microsoft.Compute/virtualMachineScaleSets/virtualMachines/read": isOtherMode,
  "Microsoft.Compute/virtualMachineScaleSets/manualUpgrade/action": isOtherMode,
  "Microsoft.Compute/virtualMachineScaleSets/reimage/action": isOtherMode,
  "Microsoft.Compute/virtualMachineScaleSets/osRollingUpgrade/action": (stated) =>
    stated("automatic_os_upgrade_policy") === undefined,
};

function isRuledOut(model: Model, entry: Entry, row: OperationRow): boolean {
  const stated = (name: string) => {
    const raw = entry.values[name];
    if (typeof raw === "object") return raw ?? undefined;
    const value = follow(model, argument(model, entry, name));
    return value?.kind === "literal" ? value.value : value;
  };
  return RULED_OUT[row.action]?.(stated, row) ?? false;
}

/** Machines of a scale set are rolled by azurerm where the mode is, as it is when not given, `Manual`. */
function isOtherMode(stated: (name: string) => unknown): boolean {
  return ["Automatic", "Rolling"].includes(String(stated("upgrade_mode")));
}
