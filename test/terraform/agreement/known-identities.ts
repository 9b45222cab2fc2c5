import { DataAzurermVirtualMachine } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-machine";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { TerraformStack } from "cdktf";
import { Principal, Role, UserAssignedIdentity, Vm, VmWithSystemIdentity } from "cdktf-azure-identity";
import { GROUP_ID, PLACE, PRINCIPAL, rawBinding, rawVm, SUBSCRIPTION_ID, VM_PROPS } from "./parts";
import type { Theme } from "./small-stack";

const ROLES = [{ id: "reads", role: Role.builtIn("Reader"), scope: GROUP_ID }];

/** A machine with an identity whose id is written out, in a group that the program makes. */
function attachedByName(stack: TerraformStack, name: string): void {
  const group = new ResourceGroup(stack, "group", { name: "rg-new", location: "westeurope" });
  const identity = new UserAssignedIdentity(stack, "new", {
    name: "id-new",
    resourceGroupName: group.name,
    location: group.location,
  });
  const id = `${SUBSCRIPTION_ID}/resourceGroups/rg-new/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`;
  new Vm(stack, "vm", {
    ...VM_PROPS,
    userAssignedIdentities: [UserAssignedIdentity.fromAttributes({ id })],
    dependsOn: [identity],
  });
}

export const KNOWN_IDENTITIES: Theme = {
  title: "Identities that are looked up, left alone or not there",
  file: "known-identities.ts",
  stacks: [
    {
      title:
        "a Vm becomes a VmWithSystemIdentity and gets a role in one apply, with its principal id looked up",
      before: (stack) => new Vm(stack, "vm", VM_PROPS),
      build: (stack) =>
        new VmWithSystemIdentity(stack, "vm", { ...VM_PROPS, roles: ROLES, principalIdLookupEnabled: true }),
    },
    {
      title: "a role is bound to what a data source reads of a machine of the program, which has no identity",
      rules: ["error missing-system-identity"],
      terraform: "fails at plan: Invalid index",
      before: (stack) => rawVm(stack, "vm"),
      build: (stack) => {
        const { name, resourceGroupName } = rawVm(stack, "vm");
        const { identity } = new DataAzurermVirtualMachine(stack, "found", { name, resourceGroupName });
        rawBinding(stack, "reads", {
          principalId: identity.get(0).principalId,
          principalType: "ServicePrincipal",
        });
      },
    },
    {
      title: "a machine leaves identities of others alone",
      rules: ["warning frozen-identity"],
      build: (stack, ours) =>
        new Vm(stack, "vm", { ...VM_PROPS, userAssignedIdentities: [ours], ignoreExternalIdentities: true }),
    },
    {
      title:
        "an attached identity is written out, and is not among those that the program makes in the group",
      rules: ["warning dangling-identity"],
      terraform: "fails at apply: 400 FailedIdentityOperation",
      build: (stack) => attachedByName(stack, "id-old"),
    },
    {
      title: "an attached identity is written out, and the program makes it",
      build: (stack) => attachedByName(stack, "id-new"),
    },
    {
      title: "an identity can be assigned by a principal and managed by another identity",
      build: (stack, ours) => {
        ours.allowAssignmentBy("deployer", Principal.servicePrincipal(PRINCIPAL));
        ours.allowManagementBy(
          "manager",
          new UserAssignedIdentity(stack, "manager", { ...PLACE, name: "id-manager" }),
        );
      },
    },
  ],
};
