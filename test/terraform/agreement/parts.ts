import {
  LinuxVirtualMachine,
  type LinuxVirtualMachineConfig,
} from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { RoleAssignment, type RoleAssignmentConfig } from "@cdktf/provider-azurerm/lib/role-assignment";
import { RoleDefinition, type RoleDefinitionConfig } from "@cdktf/provider-azurerm/lib/role-definition";
import {
  UserAssignedIdentity,
  type UserAssignedIdentityConfig,
} from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import {
  WindowsVirtualMachine,
  type WindowsVirtualMachineConfig,
} from "@cdktf/provider-azurerm/lib/windows-virtual-machine";
import { TerraformCount, TerraformOutput, TerraformStack } from "cdktf";
import { OperatingSystem, type VmProps } from "cdktf-azure-identity";
import type { Construct } from "constructs";

export const SUBSCRIPTION = "11111111-2222-3333-4444-555555555555";
export const OTHER_SUBSCRIPTION = "99999999-2222-3333-4444-555555555555";
export const PRINCIPAL = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
export const PLACE = { resourceGroupName: "rg-orders", location: "westeurope" };
export const SSH_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAbcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

export const SUBSCRIPTION_ID = `/subscriptions/${SUBSCRIPTION}`;
export const GROUP_ID = `${SUBSCRIPTION_ID}/resourceGroups/rg-orders`;
export const MANAGEMENT_GROUP_ID = "/providers/Microsoft.Management/managementGroups/mg-shop";
export const NIC_ID = `${GROUP_ID}/providers/Microsoft.Network/networkInterfaces/nic`;
export const OTHER_NIC_ID = `${GROUP_ID}/providers/Microsoft.Network/networkInterfaces/nic-2`;
export const SUBNET_ID = `${GROUP_ID}/providers/Microsoft.Network/virtualNetworks/vnet/subnets/machines`;
export const SHARED_IDENTITY_ID = `${GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shared`;

const READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
export const READER_ANYWHERE = `/providers/Microsoft.Authorization/roleDefinitions/${READER}`;
export const READER_ID = SUBSCRIPTION_ID + READER_ANYWHERE;
export const OWNER_ID = `${SUBSCRIPTION_ID}/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635`;

/** A machine that no program here makes. */
export const OTHER_MACHINE_ID = `${GROUP_ID}/providers/Microsoft.Compute/virtualMachines/vm-platform`;

const OTHER_GROUP_ID = `${SUBSCRIPTION_ID}/resourceGroups/rg-reports`;

/** What is in Azure before any of these programs runs. */
export const EXISTING = [
  OTHER_GROUP_ID,
  NIC_ID,
  OTHER_NIC_ID,
  SUBNET_ID,
  SHARED_IDENTITY_ID,
  OTHER_MACHINE_ID,
  MANAGEMENT_GROUP_ID,
];
export const PRINCIPALS = [PRINCIPAL];

/** An output of the id of an identity: one that nothing uses is a finding of its own. */
export function exported<T extends Construct & { readonly id: string }>(identity: T): T {
  new TerraformOutput(TerraformStack.of(identity), `${identity.node.id}-id`, { value: identity.id });
  return identity;
}

/** A raw identity. */
export function rawIdentity(
  stack: TerraformStack,
  id: string,
  config: Partial<UserAssignedIdentityConfig> = {},
): UserAssignedIdentity {
  return exported(new UserAssignedIdentity(stack, id, { ...PLACE, name: `id-${id}`, ...config }));
}

/** Identities made by one counted resource; an output of all ids is a use of them. */
export function countedIdentity(
  stack: TerraformStack,
  name: (index: number) => string,
): UserAssignedIdentity {
  const count = TerraformCount.of(2);
  new TerraformOutput(stack, "ids", { value: "${azurerm_user_assigned_identity.orders[*].id}" });
  return new UserAssignedIdentity(stack, "orders", { ...PLACE, count, name: name(count.index) });
}

/** A raw role assignment that nothing is wrong with, unless told otherwise. */
export function rawBinding(
  stack: TerraformStack,
  id: string,
  config: Partial<RoleAssignmentConfig>,
): RoleAssignment {
  return new RoleAssignment(stack, id, {
    scope: GROUP_ID,
    principalId: PRINCIPAL,
    roleDefinitionId: READER_ID,
    ...config,
  });
}

/** A raw role of the app's own. */
export function rawRole(
  stack: TerraformStack,
  id: string,
  config: Partial<RoleDefinitionConfig> = {},
): RoleDefinition {
  return new RoleDefinition(stack, id, {
    name: `Orders ${id}`,
    scope: SUBSCRIPTION_ID,
    permissions: [{ actions: ["Microsoft.Compute/virtualMachines/read"] }],
    ...config,
  });
}

const MACHINE = {
  ...PLACE,
  size: "Standard_B2s",
  networkInterfaceIds: [NIC_ID],
  osDisk: { caching: "ReadWrite", storageAccountType: "StandardSSD_LRS" },
  adminUsername: "azureuser",
};

/** What a machine of this library is given. */
export const VM_PROPS: VmProps = {
  ...PLACE,
  name: "vm-orders",
  size: "Standard_B2s",
  networkInterfaceIds: [NIC_ID],
  operatingSystem: OperatingSystem.linux({ adminUsername: "azureuser", sshPublicKey: SSH_KEY }),
};

/** A raw Linux machine. */
export function rawVm(
  stack: TerraformStack,
  id: string,
  config: Partial<LinuxVirtualMachineConfig> = {},
): LinuxVirtualMachine {
  return new LinuxVirtualMachine(stack, id, {
    ...MACHINE,
    name: `vm-${id}`,
    adminSshKey: [{ username: "azureuser", publicKey: SSH_KEY }],
    sourceImageReference: {
      publisher: "Canonical",
      offer: "ubuntu-24_04-lts",
      sku: "server",
      version: "latest",
    },
    ...config,
  });
}

/** A raw Windows machine; its password is for Terraform to ask. */
export function rawWindowsVm(
  stack: TerraformStack,
  id: string,
  config: Partial<WindowsVirtualMachineConfig> & { readonly adminPassword: string },
): WindowsVirtualMachine {
  return new WindowsVirtualMachine(stack, id, {
    ...MACHINE,
    name: `vm-${id}`,
    sourceImageReference: {
      publisher: "MicrosoftWindowsServer",
      offer: "WindowsServer",
      sku: "2022-datacenter-azure-edition",
      version: "latest",
    },
    ...config,
  });
}
