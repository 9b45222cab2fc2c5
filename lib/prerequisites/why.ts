import type { OperationRow } from "../azure/operation-rows";
import { remembered } from "../model/remembered";

const BY_PHASE: Readonly<Record<string, string>> = {
  "create read": "looks whether it is there already",
  "create write": "creates it",
  "read read": "reads it back",
  "update read": "reads it before a change",
  "update write": "changes it",
  "delete delete": "deletes it",
  "delete read": "looks whether it is gone",
};

const BY_ACTION: Readonly<Record<string, string>> = {
  "Microsoft.App/containerApps/listSecrets/action": "reads its secrets",
  "Microsoft.Compute/availabilitySets/write": "joins its availability set",
  "Microsoft.Compute/capacityReservationGroups/deploy/action": "uses its capacity reservation",
  "Microsoft.Compute/diskEncryptionSets/read": "encrypts its disk",
  "Microsoft.Compute/disks/delete": "deletes its OS disk with it",
  "Microsoft.Compute/disks/read": "reads its OS disk",
  "Microsoft.Compute/disks/write": "writes its OS disk",
  "Microsoft.Compute/galleries/images/versions/read": "uses its image",
  "Microsoft.Compute/images/read": "uses its image",
  "Microsoft.Compute/virtualMachines/deallocate/action": "stops it for a change",
  "Microsoft.Compute/virtualMachines/powerOff/action": "stops it for a change",
  "Microsoft.Compute/virtualMachines/start/action": "starts it after a change",
  "Microsoft.Compute/virtualMachines/vmSizes/read": "reads the sizes that it can have",
  "Microsoft.Compute/virtualMachineScaleSets/manualUpgrade/action": "rolls a change out",
  "Microsoft.Compute/virtualMachineScaleSets/osRollingUpgrade/action": "rolls a change out",
  "Microsoft.Compute/virtualMachineScaleSets/reimage/action": "rolls a change out",
  "Microsoft.Compute/virtualMachineScaleSets/rollingUpgrades/action":
    "ends a rolling upgrade before it is deleted",
  "Microsoft.Compute/virtualMachineScaleSets/rollingUpgrades/read":
    "looks for a rolling upgrade before it is deleted",
  "Microsoft.ContainerRegistry/checkNameAvailability/read": "looks whether its name is free",
  "Microsoft.ContainerRegistry/registries/listCredentials/action": "reads the password of its administrator",
  "Microsoft.ContainerRegistry/registries/replications/delete": "takes a replication away",
  "Microsoft.ContainerRegistry/registries/replications/read": "reads its replications",
  "Microsoft.ContainerRegistry/registries/replications/write": "replicates it",
  "Microsoft.KeyVault/locations/deletedVaults/purge/action": "purges it when it is deleted",
  "Microsoft.KeyVault/locations/deletedVaults/read": "looks for a deleted one of the name",
  "Microsoft.KeyVault/vaults/deploy/action": "takes secrets from a vault",
  "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action": "attaches an identity",
  "Microsoft.OperationalInsights/workspaces/read": "reads the workspace of its logs",
  "Microsoft.OperationalInsights/workspaces/sharedKeys/action": "takes the key of the workspace of its logs",
  "Microsoft.Resources/subscriptions/resourcegroups/resources/read":
    "looks whether it is empty before deleting it",
  "Microsoft.Storage/storageAccounts/listKeys/action": "uses its key to reach its data",
};

const BY_LINK: Readonly<Record<string, string>> = {
  "linked:container_app_environment_id": "reads its environment",
};

/** Why an action is asked for. */
export const whyOf = remembered(({ action, phase, scope }: OperationRow): string => {
  const known = BY_ACTION[action];
  if (known) return known;
  if (/\/join\w*\/action$/.test(action)) return `joins its ${resourceIn(action)}`;
  if (/\/operation(?:s|results)\/|OperationStatuses\/|\/operationResults\//.test(action))
    return "follows the work until it is done";
  if (action.endsWith("/roleDefinitions/read") && scope === "linked:scope") return "reads the role";
  const read = BY_LINK[scope];
  if (read && action.endsWith("/read")) return read;
  const [verb = "", kind] = action.split("/").reverse();
  const isOwn = !/^(?:action)$/.test(verb) && BY_PHASE[`${phase} ${verb}`];
  return isOwn || `${phase}s it (${verb === "action" ? kind : verb})`;
});

/** `Microsoft.Network/publicIPAddresses/join/action` is about a public IP address. */
function resourceIn(action: string): string {
  const [, , type = ""] = action.split("/").reverse();
  const words = type.replace(/[A-Z]+(?=[A-Z][a-z]|$)|[A-Z][a-z]+/g, " $&").split(" ");
  const text = words.map((word) => (/^[A-Z]+$/.test(word) ? word : word.toLowerCase())).join(" ");
  return text.replace(/(ss|x)?(?:es|s)$/, (plural, stem = plural === "es" ? "e" : "") => stem);
}
