import { NetworkInterface } from "@cdktf/provider-azurerm/lib/network-interface";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { type TerraformStack, TerraformVariable } from "cdktf";

/** What was there before the adoption and stays as it is. */
export function addRawResources(stack: TerraformStack) {
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
  const nic = new NetworkInterface(stack, "nic", {
    ...at,
    name: "nic-orders",
    ipConfiguration: [
      { name: "internal", subnetId: subnetId.stringValue, privateIpAddressAllocation: "Dynamic" },
    ],
  });
  return { group, at, account, nic, sshPublicKey: sshPublicKey.stringValue };
}
