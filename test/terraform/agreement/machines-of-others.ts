import type { TerraformStack } from "cdktf";
import {
  ExistingVirtualMachine,
  type UserAssignedIdentity,
  VirtualMachineIdentity,
  VirtualMachineSystemIdentity,
} from "cdktf-azure-identity";
import { OTHER_MACHINE_ID, rawVm } from "./parts";
import type { Theme } from "./small-stack";

const others = ExistingVirtualMachine.fromId(OTHER_MACHINE_ID);

/** A machine of the program, to which a request gives an identity. */
function requestToOwn(stack: TerraformStack, ours: UserAssignedIdentity, ignoreChanges: string[]): void {
  const vm = rawVm(stack, "vm", { lifecycle: { ignoreChanges } });
  new VirtualMachineIdentity(stack, "machine", {
    virtualMachine: ExistingVirtualMachine.fromId(vm.id),
    userAssignedIdentities: [ours],
  });
}

export const MACHINES_OF_OTHERS: Theme = {
  title: "Machines that the program does not own",
  file: "machines-of-others.ts",
  stacks: [
    {
      title: "a machine of others gets an identity",
      build: (stack, ours) =>
        new VirtualMachineIdentity(stack, "machine", {
          virtualMachine: others,
          userAssignedIdentities: [ours],
        }),
    },
    {
      title: "two constructs ask for identities of one machine",
      rules: ["error competing-machine-identity"],
      terraform:
        "changes azapi_resource_action.user, azapi_resource_action.user_detach_962B60AB, data.azapi_resource.system_after_CC73DB27, data.azapi_resource.user_after_423B3753",
      build: (stack, ours) => {
        const user = new VirtualMachineIdentity(stack, "user", {
          virtualMachine: others,
          userAssignedIdentities: [ours],
        });
        new VirtualMachineSystemIdentity(stack, "system", { virtualMachine: others, dependsOn: [user] });
      },
    },
    {
      title: "a request gives an identity to a machine of the program",
      rules: ["error owned-machine-identity"],
      terraform:
        "changes azapi_resource_action.machine, azapi_resource_action.machine_detach_563F8B0F, azurerm_linux_virtual_machine.vm, data.azapi_resource.machine_after_ACD10F25, data.azapi_resource.machine_before_8F06B020",
      build: (stack, ours) => requestToOwn(stack, ours, []),
    },
    {
      title: "a request gives an identity to a machine of the program, which ignores changes of its own",
      build: (stack, ours) => requestToOwn(stack, ours, ["identity"]),
    },
  ],
};
