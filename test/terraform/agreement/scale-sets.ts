import { LinuxVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/linux-virtual-machine-scale-set";
import {
  OrchestratedVirtualMachineScaleSet,
  type OrchestratedVirtualMachineScaleSetConfig,
} from "@cdktf/provider-azurerm/lib/orchestrated-virtual-machine-scale-set";
import type { TerraformStack } from "cdktf";
import { OperatingSystem, OrchestratedScaleSet, ScaleSetWithSystemIdentity } from "cdktf-azure-identity";
import { PLACE, SSH_KEY, SUBNET_ID } from "./parts";
import type { Theme } from "./small-stack";

const SHARED = { ...PLACE, name: "vmss-orders", instances: 1, subnetId: SUBNET_ID };
const LINUX = OperatingSystem.linux({ adminUsername: "azureuser", sshPublicKey: SSH_KEY });

function uniform(stack: TerraformStack, name: string, adminUsername = "azureuser"): void {
  new LinuxVirtualMachineScaleSet(stack, "set", {
    ...PLACE,
    name,
    sku: "Standard_B2s",
    instances: 1,
    adminUsername,
    adminSshKey: [{ username: adminUsername, publicKey: SSH_KEY }],
    computerNamePrefix: "orders-",
    osDisk: { caching: "ReadWrite", storageAccountType: "StandardSSD_LRS" },
    sourceImageReference: { publisher: "shop", offer: "orders", sku: "server", version: "latest" },
    networkInterface: [
      { name: "nic", primary: true, ipConfiguration: [{ name: "ip", primary: true, subnetId: SUBNET_ID }] },
    ],
  });
}

function flexible(stack: TerraformStack, config: Partial<OrchestratedVirtualMachineScaleSetConfig>): void {
  new OrchestratedVirtualMachineScaleSet(stack, "set", {
    ...PLACE,
    name: "vmss-orders",
    platformFaultDomainCount: 1,
    skuName: "Standard_B2s",
    ...config,
  });
}

export const SCALE_SETS: Theme = {
  title: "Scale sets",
  file: "scale-sets.ts",
  stacks: [
    {
      title: "a ScaleSetWithSystemIdentity has an identity of each kind",
      build: (stack, ours) => {
        new ScaleSetWithSystemIdentity(stack, "set", {
          ...SHARED,
          sku: "Standard_B2s",
          operatingSystem: LINUX,
          userAssignedIdentities: [ours],
        });
      },
    },
    {
      title: "an OrchestratedScaleSet has a user-assigned identity",
      build: (stack, ours) => {
        new OrchestratedScaleSet(stack, "set", {
          ...SHARED,
          skuName: "Standard_B2s",
          operatingSystem: LINUX,
          userAssignedIdentities: [ours],
        });
      },
    },
    {
      title: "a flexible scale set has both kinds of identity",
      rules: ["error orchestrated-identity"],
      terraform: "fails at validate: expected identity.0.type to be one of",
      build: (stack, ours) =>
        flexible(stack, { identity: { type: "SystemAssigned, UserAssigned", identityIds: [ours.id] } }),
    },
    {
      title: "a flexible scale set has an identity block without ids",
      rules: ["error orchestrated-identity"],
      terraform: "fails at apply: 400 MissingIdentityIds",
      build: (stack) => flexible(stack, { identity: { type: "UserAssigned", identityIds: [] } }),
    },
    {
      title: "the administrator of a flexible scale set is daemon",
      rules: ["error admin-username"],
      terraform:
        'fails at validate: "os_profile.0.linux_configuration.0.admin_username" can not be one of [abrt adm ...',
      build: (stack) => {
        const adminSshKey = [{ username: "daemon", publicKey: SSH_KEY }];
        flexible(stack, { osProfile: { linuxConfiguration: { adminUsername: "daemon", adminSshKey } } });
      },
    },
    {
      title: "the administrator of a uniform scale set is root",
      rules: ["warning admin-username"],
      build: (stack) => uniform(stack, "vmss-orders", "root"),
    },
    {
      title: "a flexible scale set has a name with _ and no prefix for computer names",
      rules: ["warning computer-name"],
      terraform:
        'fails at apply: unable to assume default computer name prefix "computer_name_prefix" cannot ...',
      build: (stack) => {
        const adminSshKey = [{ username: "azureuser", publicKey: SSH_KEY }];
        const linuxConfiguration = { adminUsername: "azureuser", adminSshKey };
        flexible(stack, { name: "vmss_orders", osProfile: { linuxConfiguration } });
      },
    },
    {
      title: "the name of a scale set ends with a dash",
      rules: ["error scale-set-name"],
      terraform: 'fails at validate: "name" must end with an alphanumeric character or underscore',
      build: (stack) => uniform(stack, "vmss-"),
    },
    {
      title: "a scale set has a name of 65 characters",
      rules: ["warning scale-set-name"],
      build: (stack) => uniform(stack, "v".repeat(65)),
    },
  ],
};
