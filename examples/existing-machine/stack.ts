import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { TerraformStack } from "cdktf";
import {
  ExistingVirtualMachine,
  Role,
  UserAssignedIdentity,
  VirtualMachineSystemIdentity,
} from "cdktf-azure-identity";
import type { Construct } from "constructs";

/** Orders run on a machine of the platform team: it gets an identity of its own, and that of the orders. */
export class ExistingMachineStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, "azurerm", { features: [{}] });

    const group = new ResourceGroup(this, "group", { name: "rg-orders", location: "westeurope" });
    const at = { resourceGroupName: group.name, location: group.location };
    const account = new StorageAccount(this, "account", {
      ...at,
      name: "stordersblobs",
      accountTier: "Standard",
      accountReplicationType: "ZRS",
    });
    const identity = new UserAssignedIdentity(this, "identity", { ...at, name: "id-orders" });
    identity.assignRole("blobs", Role.builtIn("Storage Blob Data Contributor"), account.id);

    const machine = new VirtualMachineSystemIdentity(this, "machine", {
      virtualMachine: ExistingVirtualMachine.fromName(this, {
        name: "vm-platform",
        resourceGroupName: "rg-platform",
      }),
      userAssignedIdentities: [identity],
    });
    machine.assignRole("reads-group", Role.builtIn("Reader"), group.id);
  }
}
