import { DataAzurermVirtualMachine } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-machine";
import type { TerraformProvider, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { own } from "../synth/marks";
import { StoredMachine } from "./stored-machine";

/**
 * Reads a machine after it was changed. azurerm does not announce the principal id of an identity that it adds to a
 * machine: taken from the machine itself it is empty in that plan.
 *
 * All arguments come from one stored value. Where one comes from the machine itself, Terraform puts the look-up off
 * with each change of the machine, of its tags for example, and replaces every binding.
 */
export function createPrincipalIdLookup(
  vm: Construct,
  machine: TerraformResource,
  provider: TerraformProvider | undefined,
): DataAzurermVirtualMachine {
  const stored = own(new StoredMachine(vm, "principal-id-lookup-input", machine));
  return own(
    new DataAzurermVirtualMachine(vm, "principal-id-lookup", {
      name: stored.output("name"),
      resourceGroupName: stored.output("resource_group_name"),
      ...(provider ? { provider } : {}),
    }),
  );
}
