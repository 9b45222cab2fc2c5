import type { TerraformStack } from "cdktf";
import { Role, UserAssignedIdentity, Vm, type VmProps, VmWithSystemIdentity } from "cdktf-azure-identity";
import { GROUP_ID, NIC_ID, OTHER_NIC_ID, PLACE, VM_PROPS } from "./parts";
import type { Theme } from "./small-stack";

const READER = Role.builtIn("Reader");
const NICS = [NIC_ID, OTHER_NIC_ID];

function identity(stack: TerraformStack, id: string): UserAssignedIdentity {
  return new UserAssignedIdentity(stack, id, { ...PLACE, name: `id-${id}` });
}

/** Props of a first and a second machine. */
function machine(number: 0 | 1): VmProps {
  return { ...VM_PROPS, name: `vm-${number}`, networkInterfaceIds: [NICS[number] as string] };
}

export const KINDS_OF_IDENTITY: Theme = {
  title: "Which kind of identity to choose",
  file: "kinds-of-identity.ts",
  stacks: [
    {
      title: "two machines have the same role, each on an identity of its own",
      rules: ["information equal-system-identities"],
      build: (stack) => {
        for (const number of [0, 1] as const) {
          const vm = new VmWithSystemIdentity(stack, `vm-${number}`, machine(number));
          vm.assignRole("reads", READER, GROUP_ID);
        }
      },
    },
    {
      title: "two machines share an identity, which has a role",
      build: (stack) => {
        const shared = identity(stack, "both");
        shared.assignRole("reads", READER, GROUP_ID);
        for (const number of [0, 1] as const) {
          new Vm(stack, `vm-${number}`, { ...machine(number), userAssignedIdentities: [shared] });
        }
      },
    },
    {
      title: "one machine alone has an identity, which has a role",
      rules: ["information single-machine-identity"],
      build: (stack) => {
        const orders = identity(stack, "orders");
        orders.assignRole("reads", READER, GROUP_ID);
        new Vm(stack, "vm", { ...machine(0), userAssignedIdentities: [orders] });
      },
    },
    {
      title: "one machine alone has an identity, which has its role before the machine is there",
      build: (stack) => {
        const orders = identity(stack, "orders");
        const vm = new Vm(stack, "vm", { ...machine(0), userAssignedIdentities: [orders] });
        orders.assignRole("reads", READER, GROUP_ID).applyBefore(vm);
      },
    },
    {
      title: "of two identities of a machine one has no role",
      rules: ["information unbound-identity"],
      build: (stack) => {
        const [orders, idle] = [identity(stack, "orders"), identity(stack, "idle")];
        orders.assignRole("reads", READER, GROUP_ID);
        new Vm(stack, "vm", { ...machine(0), userAssignedIdentities: [orders, idle] });
      },
    },
  ],
};
