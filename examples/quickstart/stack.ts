import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { TerraformStack, TerraformVariable } from "cdktf";
import {
  IdentityRoleBinding,
  OperatingSystem,
  Role,
  UserAssignedIdentity,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import type { Construct } from "constructs";

/** The orders service: a machine that reads its group as itself, and its blobs as an identity that others can share. */
export class QuickstartStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const subscriptionId = new TerraformVariable(this, "subscription-id", { type: "string" });
    const sshPublicKey = new TerraformVariable(this, "ssh-public-key", { type: "string" });
    new AzurermProvider(this, "azurerm", { features: [{}], subscriptionId: subscriptionId.stringValue });

    const group = new ResourceGroup(this, "group", { name: "rg-orders", location: "westeurope" });
    const network = new VirtualNetwork(this, "network", {
      name: "vnet-orders",
      resourceGroupName: group.name,
      location: group.location,
      addressSpace: ["10.20.0.0/16"],
    });
    const subnet = new Subnet(this, "subnet", {
      name: "snet-orders",
      resourceGroupName: group.name,
      virtualNetworkName: network.name,
      addressPrefixes: ["10.20.1.0/24"],
    });
    const account = new StorageAccount(this, "account", {
      name: "stordersblobs",
      resourceGroupName: group.name,
      location: group.location,
      accountTier: "Standard",
      accountReplicationType: "ZRS",
    });

    const identity = new UserAssignedIdentity(this, "identity", {
      name: "id-orders",
      resourceGroupName: group.name,
      location: group.location,
    });
    identity.assignRole("orders-blobs", Role.builtIn("Storage Blob Data Contributor"), account.id);

    const vm = new VmWithSystemIdentity(this, "vm", {
      name: "vm-orders",
      resourceGroupName: group.name,
      location: group.location,
      size: "Standard_B2s",
      subnetId: subnet.id,
      operatingSystem: OperatingSystem.linux({
        adminUsername: "azureuser",
        sshPublicKey: sshPublicKey.stringValue,
      }),
      userAssignedIdentities: [identity],
    });
    new IdentityRoleBinding(this, "vm-reads-group", {
      identity: vm,
      role: Role.builtIn("Reader"),
      scope: group.id,
    });
  }
}
