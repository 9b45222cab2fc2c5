import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { TerraformStack, TerraformVariable } from "cdktf";
import {
  IdentityVerification,
  OperatingSystem,
  Role,
  UserAssignedIdentity,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import type { Construct } from "constructs";

/** The orders service proves what it may do when it is deployed: its machine as itself, and as the shared identity. */
export class VerificationStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const subnetId = new TerraformVariable(this, "subnet-id", { type: "string" });
    const sshPublicKey = new TerraformVariable(this, "ssh-public-key", { type: "string" });
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
    identity.assignRole("reads-account", Role.builtIn("Reader"), account.id);
    const vm = new VmWithSystemIdentity(this, "vm", {
      ...at,
      name: "vm-orders",
      size: "Standard_B2s",
      subnetId: subnetId.stringValue,
      operatingSystem: OperatingSystem.linux({
        adminUsername: "azureuser",
        sshPublicKey: sshPublicKey.stringValue,
      }),
      userAssignedIdentities: [identity],
    });
    vm.assignRole("reads-group", Role.builtIn("Reader"), group.id);

    new IdentityVerification(this, "machine-reads-group", {
      virtualMachine: vm,
      identity: vm,
      scope: group.id,
    });
    new IdentityVerification(this, "identity-reads-account", {
      virtualMachine: vm,
      identity,
      scope: account.id,
      apiVersion: "2023-05-01",
    });
  }
}
