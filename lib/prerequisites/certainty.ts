import type { OperationRow } from "../azure/operation-rows";
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

/** How sure it is that a row of the table happens, as far as the provider says; `undefined` where it certainly does not. */
export function certaintyOf(
  { action, need, phase, scope }: OperationRow,
  provider: Block,
): Certainty | undefined {
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
