import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { type TerraformStack, TerraformVariable } from "cdktf";
import { OperatingSystem } from "cdktf-azure-identity";

/** What stays as it is, with the props of the machine. */
export function addSharedResources(stack: TerraformStack) {
  const subnetId = new TerraformVariable(stack, "subnet-id", { type: "string" });
  const sshPublicKey = new TerraformVariable(stack, "ssh-public-key", { type: "string" });
  new AzurermProvider(stack, "azurerm", { features: [{}] });

  const group = new ResourceGroup(stack, "group", { name: "rg-orders", location: "westeurope" });
  const at = { resourceGroupName: group.name, location: group.location };
  const account = new StorageAccount(stack, "account", {
    ...at,
    name: "stordersblobs",
    accountTier: "Standard",
    accountReplicationType: "ZRS",
  });
  const machine = {
    ...at,
    name: "vm-orders",
    size: "Standard_B2s",
    subnetId: subnetId.stringValue,
    operatingSystem: OperatingSystem.linux({
      adminUsername: "azureuser",
      sshPublicKey: sshPublicKey.stringValue,
    }),
  };
  return { account, machine };
}
