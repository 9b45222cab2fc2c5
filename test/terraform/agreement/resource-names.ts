import { KeyVault } from "@cdktf/provider-azurerm/lib/key-vault";
import { ManagedDisk } from "@cdktf/provider-azurerm/lib/managed-disk";
import { ManagementLock } from "@cdktf/provider-azurerm/lib/management-lock";
import { NetworkSecurityGroup } from "@cdktf/provider-azurerm/lib/network-security-group";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import { Fn, type TerraformStack } from "cdktf";
import { countedIdentity, GROUP_ID, PLACE, PRINCIPAL, rawIdentity } from "./parts";
import type { Theme } from "./small-stack";

function vault(stack: TerraformStack, name: string): void {
  new KeyVault(stack, "vault", { ...PLACE, name, skuName: "standard", tenantId: PRINCIPAL });
}

function subnet(stack: TerraformStack, name: string): void {
  new Subnet(stack, "subnet", {
    name,
    resourceGroupName: PLACE.resourceGroupName,
    virtualNetworkName: "vnet",
    addressPrefixes: ["10.0.0.0/24"],
  });
}

function account(stack: TerraformStack, name: string): void {
  new StorageAccount(stack, "account", {
    ...PLACE,
    name,
    accountTier: "Standard",
    accountReplicationType: "LRS",
  });
}

export const RESOURCE_NAMES: Theme = {
  title: "Names of other resources",
  file: "resource-names.ts",
  stacks: [
    {
      title: "the name of a storage account has a dash in it",
      rules: ["error resource-name"],
      terraform:
        'fails at validate: "name" can only consist of lowercase letters and numbers, and must be between 3 ...',
      build: (stack) => account(stack, "st-orders"),
    },
    {
      title: "the name of a storage account is 24 small letters and digits",
      build: (stack) => account(stack, "storders1234567890123456"),
    },
    {
      title: "an identity is placed in the id of a group that is made, in place of its name",
      rules: ["error resource-group-name"],
      terraform: 'fails at apply: "resource_group_name" may only contain alphanumeric characters, dash, ...',
      build: (stack) => {
        const group = new ResourceGroup(stack, "group", { name: "rg-new", location: PLACE.location });
        rawIdentity(stack, "orders", { resourceGroupName: group.id });
      },
    },
    {
      title: "an identity is placed in a group with a blank in its name",
      rules: ["error resource-group-name"],
      terraform:
        'fails at validate: "resource_group_name" may only contain alphanumeric characters, dash, ...',
      build: (stack) => rawIdentity(stack, "orders", { resourceGroupName: "rg orders" }),
    },
    {
      title: "the name of a key vault has two dashes in a row",
      rules: ["error resource-name"],
      terraform: "fails at apply: 400 InvalidResourceName",
      build: (stack) => vault(stack, "kv--orders"),
    },
    {
      title: "the name of a key vault begins with a digit",
      rules: ["error resource-name"],
      terraform: "fails at apply: 400 InvalidResourceName",
      build: (stack) => vault(stack, "1-orders"),
    },
    {
      title: "the name of a key vault has single dashes",
      build: (stack) => vault(stack, "kv-orders-1"),
    },
    {
      title: "the name of a resource group ends with a dot",
      rules: ["error resource-name"],
      terraform: 'fails at validate: "name" may not end with a period',
      build: (stack) => {
        new ResourceGroup(stack, "group", { name: "rg-more.", location: "westeurope" });
      },
    },
    {
      title: "the name of a subnet begins with a dash",
      rules: ["error resource-name"],
      terraform: "fails at apply: 400 InvalidResourceName",
      build: (stack) => subnet(stack, "-machines"),
    },
    {
      title: "the name of a subnet begins with an underscore",
      build: (stack) => subnet(stack, "_machines"),
    },
    {
      title: "the name of a network security group ends with a dash",
      rules: ["error resource-name"],
      terraform: "fails at apply: 400 InvalidResourceName",
      build: (stack) => {
        new NetworkSecurityGroup(stack, "nsg", { ...PLACE, name: "nsg-orders-" });
      },
    },
    {
      title: "a managed disk has a name of 81 characters",
      rules: ["error resource-name"],
      terraform: "fails at apply: 400 InvalidResourceName",
      build: (stack) => {
        new ManagedDisk(stack, "disk", {
          ...PLACE,
          name: "d".repeat(81),
          storageAccountType: "Standard_LRS",
          createOption: "Empty",
          diskSizeGb: 4,
        });
      },
    },
    {
      title: "the name of a lock has a question mark in it",
      rules: ["error resource-name"],
      terraform: "fails at apply: 400 InvalidResourceName",
      build: (stack) => {
        new ManagementLock(stack, "lock", { name: "locked?", scope: GROUP_ID, lockLevel: "CanNotDelete" });
      },
    },
    {
      title: "a counted name has the number behind a dash",
      rules: ["error unresolved-number"],
      terraform: "fails at apply: 400 InvalidResourceName",
      build: (stack) => countedIdentity(stack, (index) => `id-${index}`),
    },
    {
      title: "a counted name is put together by Terraform",
      build: (stack) => countedIdentity(stack, (index) => Fn.format("id-%d", [index])),
    },
  ],
};
