import { DataAzurermVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-machine-scale-set";
import type { TerraformProvider, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { own } from "../synth/marks";
import { StoredMachine } from "./stored-machine";

/** Reads a scale set after it was changed, for the reasons for which `createPrincipalIdLookup` reads a machine. */
export function createScaleSetPrincipalIdLookup(
  scaleSet: Construct,
  resource: TerraformResource,
  provider: TerraformProvider | undefined,
): DataAzurermVirtualMachineScaleSet {
  const stored = own(new StoredMachine(scaleSet, "principal-id-lookup-input", resource));
  return own(
    new DataAzurermVirtualMachineScaleSet(scaleSet, "principal-id-lookup", {
      name: stored.output("name"),
      resourceGroupName: stored.output("resource_group_name"),
      ...(provider ? { provider } : {}),
    }),
  );
}
