import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { TerraformStack, TerraformVariable } from "cdktf";
import {
  IdentityRoleBinding,
  type IUserAssignedIdentity,
  OperatingSystem,
  Role,
  Scope,
  Vm,
} from "cdktf-azure-identity";
import type { Construct } from "constructs";

export interface OrdersStackProps {
  readonly identity: IUserAssignedIdentity;
}

/** Two machines that write orders to blobs as the shared identity. */
export class OrdersStack extends TerraformStack {
  constructor(scope: Construct, id: string, { identity }: OrdersStackProps) {
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

    const operatingSystem = OperatingSystem.linux({
      adminUsername: "azureuser",
      sshPublicKey: sshPublicKey.stringValue,
    });
    for (const worker of ["intake", "billing"]) {
      new Vm(this, worker, {
        ...at,
        name: `vm-orders-${worker}`,
        size: "Standard_B2s",
        subnetId: subnetId.stringValue,
        operatingSystem,
        userAssignedIdentities: [identity],
      });
    }

    // The scopes are in this stack, so the bindings are too: the identity's stack must not refer back to it.
    new IdentityRoleBinding(this, "shop-writes-blobs", {
      identity,
      role: Role.builtIn("Storage Blob Data Contributor"),
      scope: account.id,
    });
    new IdentityRoleBinding(this, "shop-reads-subscription", {
      identity,
      role: Role.builtIn("Reader"),
      scope: Scope.currentSubscription(this),
    });
  }
}
