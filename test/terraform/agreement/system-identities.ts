import { IdentityRoleBinding, OperatingSystem, Role, VmWithSystemIdentity } from "cdktf-azure-identity";
import { GROUP_ID, NIC_ID, PLACE, rawBinding, rawVm, SSH_KEY } from "./parts";
import type { Theme } from "./small-stack";

const principalType = "ServicePrincipal";

export const SYSTEM_IDENTITIES: Theme = {
  title: "Roles of system-assigned identities",
  file: "system-identities.ts",
  stacks: [
    {
      title: "a role is bound to the system-assigned identity of a machine that has no identity",
      rules: ["error missing-system-identity"],
      terraform: "fails at plan: Invalid index",
      build: (stack) => {
        const principalId = rawVm(stack, "vm").identity.principalId;
        rawBinding(stack, "reads", { principalId, principalType });
      },
    },
    {
      title:
        "a role is bound to the system-assigned identity of a machine that has a user-assigned one alone",
      rules: ["error missing-system-identity"],
      terraform: "fails at apply: 400 InvalidPrincipalId",
      build: (stack, ours) => {
        const vm = rawVm(stack, "vm", { identity: { type: "UserAssigned", identityIds: [ours.id] } });
        rawBinding(stack, "reads", { principalId: vm.identity.principalId, principalType });
      },
    },
    {
      title: "a role is bound to the system-assigned identity of a machine that has one",
      build: (stack) => {
        const vm = rawVm(stack, "vm", { identity: { type: "SystemAssigned" } });
        rawBinding(stack, "reads", { principalId: vm.identity.principalId, principalType });
      },
    },
    {
      title: "an IdentityRoleBinding is for a VmWithSystemIdentity",
      build: (stack) => {
        const vm = new VmWithSystemIdentity(stack, "vm", {
          ...PLACE,
          name: "vm-orders",
          size: "Standard_B2s",
          networkInterfaceIds: [NIC_ID],
          operatingSystem: OperatingSystem.linux({ adminUsername: "azureuser", sshPublicKey: SSH_KEY }),
        });
        new IdentityRoleBinding(stack, "reads", {
          identity: vm,
          role: Role.builtIn("Reader"),
          scope: GROUP_ID,
        });
      },
    },
  ],
};
