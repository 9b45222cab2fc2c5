import { isKnown, stated } from "../access/given";
import { parseArmId } from "../model/arm-id";

const TYPE = "Microsoft.Compute/virtualMachines";

/** The id of a virtual machine with its fixed parts as Azure writes them; what only Terraform knows stays as it is. */
export function knownMachineId(id: string): string {
  if (!isKnown(id)) return id;
  const parsed = parseArmId(String(id));
  const { subscriptionId, resourceGroupName, type, names } = parsed ?? { names: [] };
  if (!resourceGroupName || type?.toLowerCase() !== TYPE.toLowerCase()) {
    throw new Error(
      `${stated("virtual machine id", id, "is not the id of a virtual machine")}; allowed is ` +
        `/subscriptions/<guid>/resourceGroups/<group>/providers/${TYPE}/<name>; pass such an id, or use ` +
        "ExistingVirtualMachine.fromName",
    );
  }
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}/providers/${TYPE}/${names[0]}`;
}
