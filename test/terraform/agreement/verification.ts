import { VirtualMachineRunCommand } from "@cdktf/provider-azurerm/lib/virtual-machine-run-command";
import type { TerraformStack } from "cdktf";
import {
  IdentityVerification,
  type IManagedIdentity,
  OperatingSystem,
  Role,
  type UserAssignedIdentity,
  Vm,
} from "cdktf-azure-identity";
import { GROUP_ID, NIC_ID, PLACE, SSH_KEY, SUBNET_ID } from "./parts";
import { SCRIPTS } from "./reasons";
import type { Theme } from "./small-stack";

function machine(
  stack: TerraformStack,
  userAssignedIdentities: UserAssignedIdentity[],
  size = "Standard_B2s",
): Vm {
  return new Vm(stack, "vm", {
    ...PLACE,
    name: "vm",
    size,
    networkInterfaceIds: [NIC_ID],
    operatingSystem: OperatingSystem.linux({ adminUsername: "azureuser", sshPublicKey: SSH_KEY }),
    userAssignedIdentities,
  });
}

function check(
  stack: TerraformStack,
  virtualMachine: Vm,
  identity: IManagedIdentity,
  scope = GROUP_ID,
): void {
  new IdentityVerification(stack, "check", { virtualMachine, identity, scope });
}

const reads = (identity: UserAssignedIdentity) =>
  identity.assignRole("reader", Role.builtIn("Reader"), GROUP_ID);

export const VERIFICATION: Theme = {
  title: "Checks from inside of machines",
  file: "verification.ts",
  stacks: [
    {
      title: "an identity is verified on a machine that has it, where it has a role",
      build: (stack, ours) => {
        reads(ours);
        check(stack, machine(stack, [ours]), ours);
      },
    },
    {
      title: "an identity is verified on a machine that does not have it",
      rules: ["error verified-identity"],
      reason: SCRIPTS,
      build: (stack, ours) => {
        reads(ours);
        check(stack, machine(stack, []), ours);
      },
    },
    {
      title: "an identity is verified where nobody gives it a role",
      rules: ["warning verified-access"],
      build: (stack, ours) => check(stack, machine(stack, [ours]), ours),
    },
    {
      title: "an identity is verified at a subnet, without the version of its API",
      rules: ["error verified-scope"],
      reason: SCRIPTS,
      build: (stack, ours) => {
        reads(ours);
        const vm = machine(stack, [ours]);
        check(stack, vm, ours);
        const { resource } = stack.node.findChild("check") as IdentityVerification;
        resource.addOverride("parameter.0.value", SUBNET_ID);
      },
    },
    {
      title: "an identity is verified on a Linux machine with an ARM64 processor",
      rules: ["warning run-command-arm64"],
      build: (stack, ours) => {
        reads(ours);
        check(stack, machine(stack, [ours], "Standard_D2ps_v5"), ours);
      },
    },
    {
      title: "a machine has 26 run commands",
      rules: ["warning too-many-run-commands"],
      build: (stack, ours) => {
        const { id: virtualMachineId } = machine(stack, [ours]);
        for (let number = 1; number <= 26; number++) {
          new VirtualMachineRunCommand(stack, `command-${number}`, {
            name: `command-${number}`,
            location: PLACE.location,
            virtualMachineId,
            source: { script: "id" },
          });
        }
      },
    },
  ],
};
