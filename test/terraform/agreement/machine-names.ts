import type { TerraformStack } from "cdktf";
import { TerraformVariable } from "cdktf";
import { OperatingSystem, UserAssignedIdentity, Vm } from "cdktf-azure-identity";
import { NIC_ID, OTHER_NIC_ID, PLACE, rawIdentity, rawVm, rawWindowsVm, SSH_KEY } from "./parts";
import { AS_DOCUMENTED } from "./reasons";
import type { Theme } from "./small-stack";

const LONG_IDENTITY = "id-orders-in-western-euro";

function password(stack: TerraformStack): string {
  return new TerraformVariable(stack, "password", { type: "string", sensitive: true }).stringValue;
}

const variables = { password: "Not-a-secret-1" };

export const MACHINE_NAMES: Theme = {
  title: "Names of machines",
  file: "machine-names.ts",
  stacks: [
    {
      title: "a Windows machine without a computer name has a name of 16 characters",
      rules: ["warning computer-name"],
      terraform:
        'fails at apply: unable to assume default computer name "computer_name" can be at most 15 ...',
      build: (stack) =>
        rawWindowsVm(stack, "vm", { name: "vm-orders-web-01", adminPassword: password(stack) }),
      variables,
    },
    {
      title: "a Windows machine without a computer name has a name of 15 characters",
      build: (stack) =>
        rawWindowsVm(stack, "vm", { name: "vm-orders-web-1", adminPassword: password(stack) }),
      variables,
    },
    {
      title: "a Windows machine with a long name has a short computer name",
      build: (stack) =>
        rawWindowsVm(stack, "vm", {
          name: "vm-orders-web-01",
          computerName: "orders-web-01",
          adminPassword: password(stack),
        }),
      variables,
    },
    {
      title: "a Linux machine without a computer name has an underscore in its name",
      rules: ["warning computer-name"],
      terraform:
        'fails at apply: unable to assume default computer name "computer_name" cannot contain the ...',
      build: (stack) => rawVm(stack, "vm", { name: "vm_orders" }),
    },
    {
      title: "a Linux machine with an underscore in its name has a computer name without",
      build: (stack) => rawVm(stack, "vm", { name: "vm_orders", computerName: "orders" }),
    },
    {
      title: "a computer name ends with a dash",
      rules: ["error computer-name"],
      terraform: 'fails at validate: "computer_name" cannot end with a dash',
      build: (stack) => rawVm(stack, "vm", { computerName: "orders-" }),
    },
    {
      title: "a machine has a name of 65 characters, and a short computer name",
      rules: ["error virtual-machine-name"],
      terraform: "fails at apply: 400 InvalidResourceName",
      build: (stack) => rawVm(stack, "vm", { name: "v".repeat(65), computerName: "orders" }),
    },
    {
      title: "a machine has a name of 64 characters",
      build: (stack) => rawVm(stack, "vm", { name: "v".repeat(64) }),
    },
    {
      title: "the name of a machine is digits alone",
      rules: ["error virtual-machine-name"],
      terraform: 'fails at validate: "name" cannot contain only numbers',
      build: (stack) => rawVm(stack, "vm", { name: "2024" }),
    },
    {
      title: "a Linux and a Windows machine of a group have one name",
      rules: ["error duplicate-name"],
      terraform:
        "fails at apply: A resource with the ID ... already exists - to be managed via Terraform this ...",
      build: (stack) => {
        const linux = rawVm(stack, "linux", { name: "vm-orders" });
        rawWindowsVm(stack, "windows", {
          name: "vm-orders",
          networkInterfaceIds: [OTHER_NIC_ID],
          adminPassword: password(stack),
          dependsOn: [linux],
        });
      },
      variables,
    },
    {
      title: "a raw machine has an identity with a name of 25 characters",
      rules: ["warning attached-identity-name-length"],
      build: (stack) => {
        const identity = rawIdentity(stack, "orders", { name: LONG_IDENTITY });
        rawVm(stack, "vm", { identity: { type: "UserAssigned", identityIds: [identity.id] } });
      },
    },
    {
      title: "a Vm has an identity with a name of 25 characters",
      rules: ["error attached-identity-name-length"],
      reason: AS_DOCUMENTED,
      build: (stack) => {
        const identity = new UserAssignedIdentity(stack, "orders", { ...PLACE, name: LONG_IDENTITY });
        new Vm(stack, "vm", {
          ...PLACE,
          name: "vm-orders",
          size: "Standard_B2s",
          networkInterfaceIds: [NIC_ID],
          operatingSystem: OperatingSystem.linux({ adminUsername: "azureuser", sshPublicKey: SSH_KEY }),
          userAssignedIdentities: [identity],
        });
      },
    },
    {
      title: "a machine has an identity with a name of 24 characters",
      build: (stack) => {
        const identity = rawIdentity(stack, "orders", { name: LONG_IDENTITY.slice(0, 24) });
        rawVm(stack, "vm", { identity: { type: "UserAssigned", identityIds: [identity.id] } });
      },
    },
  ],
};
