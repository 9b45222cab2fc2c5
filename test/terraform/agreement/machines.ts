import { LinuxVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/linux-virtual-machine-scale-set";
import { WindowsVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/windows-virtual-machine-scale-set";
import { type TerraformStack, TerraformVariable } from "cdktf";
import { OperatingSystem, Vm } from "cdktf-azure-identity";
import { NIC_ID, PLACE, rawVm, rawWindowsVm, SSH_KEY, SUBNET_ID } from "./parts";
import { LATE, ON_PURPOSE, RAW_ARGUMENTS } from "./reasons";
import type { Theme } from "./small-stack";

const PASSWORD = "Not-a-secret-1";
const variables = { password: PASSWORD };

function variable(stack: TerraformStack, sensitive: boolean): string {
  return new TerraformVariable(stack, "password", { type: "string", sensitive }).stringValue;
}

function scaleSet(name: string) {
  return {
    ...PLACE,
    name,
    sku: "Standard_B2s",
    instances: 1,
    adminUsername: "azureuser",
    osDisk: { caching: "ReadWrite", storageAccountType: "StandardSSD_LRS" },
    sourceImageReference: { publisher: "shop", offer: "orders", sku: "server", version: "latest" },
    networkInterface: [
      { name: "nic", primary: true, ipConfiguration: [{ name: "ip", primary: true, subnetId: SUBNET_ID }] },
    ],
  };
}

function linuxSet(stack: TerraformStack, name: string): void {
  const adminSshKey = [{ username: "azureuser", publicKey: SSH_KEY }];
  new LinuxVirtualMachineScaleSet(stack, "set", { ...scaleSet(name), adminSshKey });
}

function windowsSet(stack: TerraformStack, name: string): void {
  const adminPassword = variable(stack, true);
  new WindowsVirtualMachineScaleSet(stack, "set", { ...scaleSet(name), adminPassword });
}

export const MACHINES: Theme = {
  title: "Logins and images of machines, scale sets",
  file: "machines.ts",
  stacks: [
    {
      title: "the administrator of a Linux machine is admin",
      rules: ["error admin-username"],
      terraform: 'fails at validate: "admin_username" specified is not allowed',
      build: (stack) =>
        rawVm(stack, "vm", {
          adminUsername: "admin",
          adminSshKey: [{ username: "admin", publicKey: SSH_KEY }],
        }),
    },
    {
      title: "the administrator of a Windows machine has a name of 21 characters",
      rules: ["error admin-username"],
      terraform: 'fails at validate: "admin_username" can be at most 20 characters',
      build: (stack) =>
        rawWindowsVm(stack, "vm", { adminUsername: "a".repeat(21), adminPassword: variable(stack, true) }),
      variables,
    },
    {
      title: "a raw machine has a password that is written out",
      rules: ["warning admin-password"],
      build: (stack) => rawWindowsVm(stack, "vm", { adminPassword: PASSWORD }),
    },
    {
      title: "a Vm has a password that is written out",
      rules: ["error admin-password"],
      reason: ON_PURPOSE,
      build: (stack) => {
        new Vm(stack, "vm", {
          ...PLACE,
          name: "vm-orders",
          size: "Standard_B2s",
          networkInterfaceIds: [NIC_ID],
          operatingSystem: OperatingSystem.windows({ adminUsername: "azureuser", adminPassword: PASSWORD }),
        });
      },
    },
    {
      title: "the password of a raw machine is a variable that is not sensitive",
      rules: ["warning admin-password"],
      build: (stack) => rawWindowsVm(stack, "vm", { adminPassword: variable(stack, false) }),
      variables,
    },
    {
      title: "the password of a raw machine is a sensitive variable",
      build: (stack) => rawWindowsVm(stack, "vm", { adminPassword: variable(stack, true) }),
      variables,
    },
    {
      title: "a sensitive variable holds a password that Azure knows too well",
      terraform: 'fails at plan: "admin_password" specified is not allowed',
      reason: LATE,
      build: (stack) => rawWindowsVm(stack, "vm", { adminPassword: variable(stack, true) }),
      variables: { password: "P@ssw0rd" },
    },
    {
      title: "a raw Linux machine has neither a key nor a password",
      terraform: "fails at apply: at least one `admin_ssh_key` must be specified when ...",
      reason: RAW_ARGUMENTS,
      build: (stack) => rawVm(stack, "vm", { adminSshKey: [] }),
    },
    {
      title: "a raw machine has two images",
      terraform: "fails at validate: Invalid combination of arguments",
      reason: RAW_ARGUMENTS,
      build: (stack) => rawVm(stack, "vm", { sourceImageId: `${NIC_ID}/images/orders` }),
    },
    {
      title: "a Windows scale set has a name of ten characters and no prefix for computer names",
      rules: ["warning computer-name"],
      terraform:
        'fails at apply: unable to assume default computer name prefix "computer_name_prefix" can be at ...',
      build: (stack) => windowsSet(stack, "vmssorders"),
      variables,
    },
    {
      title: "a Windows scale set has a name of nine characters",
      build: (stack) => windowsSet(stack, "vmssorder"),
      variables,
    },
    {
      title: "a Linux scale set has a name of 59 characters and no prefix for computer names",
      rules: ["warning computer-name"],
      terraform:
        'fails at apply: unable to assume default computer name prefix "computer_name_prefix" can be at ...',
      build: (stack) => linuxSet(stack, "v".repeat(59)),
    },
  ],
};
