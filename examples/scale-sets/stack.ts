import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { TerraformStack, TerraformVariable } from "cdktf";
import {
  OperatingSystem,
  OrchestratedScaleSet,
  Role,
  ScaleSet,
  ScaleSetWithSystemIdentity,
  UserAssignedIdentity,
  Vm,
} from "cdktf-azure-identity";
import type { Construct } from "constructs";

/** A machine and scale sets of all kinds, which work on the shop's orders as one identity. */
export class ScaleSetsStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const subnetId = new TerraformVariable(this, "subnet-id", { type: "string" });
    const sshPublicKey = new TerraformVariable(this, "ssh-public-key", { type: "string" });
    const adminPassword = new TerraformVariable(this, "admin-password", { type: "string", sensitive: true });
    new AzurermProvider(this, "azurerm", { features: [{}] });

    const group = new ResourceGroup(this, "group", { name: "rg-orders", location: "westeurope" });
    const at = { resourceGroupName: group.name, location: group.location };
    const account = new StorageAccount(this, "account", {
      ...at,
      name: "stordersblobs",
      accountTier: "Standard",
      accountReplicationType: "ZRS",
    });

    // Two bindings, however many machines there are.
    const identity = new UserAssignedIdentity(this, "identity", { ...at, name: "id-orders" });
    identity.assignRole("writes-blobs", Role.builtIn("Storage Blob Data Contributor"), account.id);
    identity.assignRole("reads-group", Role.builtIn("Reader"), group.id);

    const shared = { ...at, subnetId: subnetId.stringValue, userAssignedIdentities: [identity] };
    const linux = OperatingSystem.linux({
      adminUsername: "azureuser",
      sshPublicKey: sshPublicKey.stringValue,
    });
    const windows = OperatingSystem.windows({
      adminUsername: "azureuser",
      adminPassword: adminPassword.stringValue,
    });

    new Vm(this, "intake", {
      ...shared,
      name: "vm-orders-intake",
      size: "Standard_B2s",
      operatingSystem: linux,
    });
    new ScaleSet(this, "workers", {
      ...shared,
      name: "vmss-orders-workers",
      sku: "Standard_B2s",
      instances: 3,
      operatingSystem: linux,
    });
    // This one reports on itself as well, which is no business of the others.
    const reports = new ScaleSetWithSystemIdentity(this, "reports", {
      ...shared,
      name: "vmss-orders-reports",
      // Windows takes nine characters, and without this one the name of the scale set.
      computerNamePrefix: "reports-",
      sku: "Standard_D2s_v5",
      instances: 2,
      operatingSystem: windows,
    });
    reports.assignRole("monitors-group", Role.builtIn("Monitoring Reader"), group.id);
    new OrchestratedScaleSet(this, "burst", {
      ...shared,
      name: "vmss-orders-burst",
      skuName: "Standard_B2s",
      instances: 1,
      zones: ["1"],
      operatingSystem: linux,
    });
  }
}
