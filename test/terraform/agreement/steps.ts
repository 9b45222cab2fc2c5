import { DataAzurermUserAssignedIdentity } from "@cdktf/provider-azurerm/lib/data-azurerm-user-assigned-identity";
import { ManagementLock } from "@cdktf/provider-azurerm/lib/management-lock";
import type { ITerraformDependable, TerraformStack } from "cdktf";
import {
  IdentityRoleBinding,
  Role,
  UserAssignedIdentity,
  Vm,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import { exported, GROUP_ID, PLACE, rawBinding, rawVm, SHARED_IDENTITY_ID, VM_PROPS } from "./parts";
import { DEFERRED, ONE_STATE } from "./reasons";
import type { Theme } from "./small-stack";

const READER = Role.builtIn("Reader");

function identity(stack: TerraformStack, name: string, tags = {}): UserAssignedIdentity {
  return exported(new UserAssignedIdentity(stack, "orders", { ...PLACE, name, tags }));
}

/** A grant under a condition, which azurerm 4 cannot change in place. */
function bindingUnder(stack: TerraformStack, ours: UserAssignedIdentity, operation: string): void {
  const condition = `((!(ActionMatches{'Microsoft.Storage/storageAccounts/blobServices/containers/${operation}'})))`;
  new IdentityRoleBinding(stack, "reads", { identity: ours, role: READER, scope: GROUP_ID, condition });
}

/** A grant for an identity that a data source reads when the resource that it waits for is done. */
function lookedUp(stack: TerraformStack, tags: { [key: string]: string }): void {
  const { resource } = identity(stack, "id-orders", tags);
  const found = new DataAzurermUserAssignedIdentity(stack, "found", {
    name: "id-shared",
    resourceGroupName: PLACE.resourceGroupName,
    dependsOn: [resource],
  });
  rawBinding(stack, "reads", { principalId: found.principalId, principalType: "ServicePrincipal" });
}

function bindingOfRawVm(stack: TerraformStack): void {
  const vm = rawVm(stack, "vm", { identity: { type: "SystemAssigned" } });
  rawBinding(stack, "reads", { principalId: vm.identity.principalId, principalType: "ServicePrincipal" });
}

function lock(stack: TerraformStack, dependsOn: ITerraformDependable[] = []): ManagementLock {
  return new ManagementLock(stack, "lock", {
    name: "keep",
    scope: SHARED_IDENTITY_ID,
    lockLevel: "CanNotDelete",
    dependsOn,
  });
}

export const STEPS: Theme = {
  title: "Changes of what was applied, and locks",
  file: "steps.ts",
  stacks: [
    {
      title: "a raw machine gets a system-assigned identity and a role for it in one apply",
      terraform: "fails at plan: Missing required argument",
      reason: ONE_STATE,
      before: (stack) => rawVm(stack, "vm"),
      build: bindingOfRawVm,
    },
    {
      title: "a raw machine with a system-assigned identity gets a role",
      before: (stack) => rawVm(stack, "vm", { identity: { type: "SystemAssigned" } }),
      build: bindingOfRawVm,
    },
    {
      title: "a Vm becomes a VmWithSystemIdentity",
      before: (stack) => new Vm(stack, "vm", VM_PROPS),
      build: (stack) => new VmWithSystemIdentity(stack, "vm", VM_PROPS),
    },
    {
      title: "a Vm becomes a VmWithSystemIdentity and gets a role in one apply",
      terraform: "fails at plan: Missing required argument",
      reason: ONE_STATE,
      before: (stack) => new Vm(stack, "vm", VM_PROPS),
      build: (stack) => new VmWithSystemIdentity(stack, "vm", VM_PROPS).assignRole("reads", READER, GROUP_ID),
    },
    {
      title: "an identity of a machine gives way to another one",
      before: (stack, ours) => new Vm(stack, "vm", { ...VM_PROPS, userAssignedIdentities: [ours] }),
      build: (stack) =>
        new Vm(stack, "vm", { ...VM_PROPS, userAssignedIdentities: [identity(stack, "id-orders")] }),
    },
    {
      title: "an identity with a role is renamed",
      terraform:
        "replaces azurerm_role_assignment.orders_reads_4342C68F, azurerm_user_assigned_identity.orders",
      reason: ONE_STATE,
      before: (stack) => identity(stack, "id-orders").assignRole("reads", READER, GROUP_ID),
      build: (stack) => identity(stack, "id-orders-2").assignRole("reads", READER, GROUP_ID),
    },
    {
      title: "an identity with a role gets a tag",
      before: (stack) => identity(stack, "id-orders").assignRole("reads", READER, GROUP_ID),
      build: (stack) => identity(stack, "id-orders", { of: "orders" }).assignRole("reads", READER, GROUP_ID),
    },
    {
      title: "a raw role assignment gives way to an IdentityRoleBinding of the same id",
      before: (stack, { principalId }) =>
        rawBinding(stack, "reads", { principalId, principalType: "ServicePrincipal" }),
      build: (stack, ours) => {
        new IdentityRoleBinding(stack, "reads", { identity: ours, role: READER, scope: GROUP_ID });
      },
    },
    {
      title: "the condition of a role assignment changes",
      before: (stack, ours) => bindingUnder(stack, ours, "blobs/write"),
      build: (stack, ours) => bindingUnder(stack, ours, "blobs/delete"),
      terraform: "replaces azurerm_role_assignment.reads",
      reason: ONE_STATE,
    },
    {
      title: "an identity gets a tag that a look-up of the bound identity waits for",
      before: (stack) => lookedUp(stack, {}),
      build: (stack) => lookedUp(stack, { of: "orders" }),
      terraform: "replaces azurerm_role_assignment.reads",
      reason: DEFERRED,
    },
    {
      title: "a role assignment waits for a lock, and so is deleted before it",
      rules: ["warning lock-order"],
      terraform: "fails at destroy: 409 ScopeLocked",
      build: (stack) => rawBinding(stack, "reads", { scope: SHARED_IDENTITY_ID, dependsOn: [lock(stack)] }),
    },
    {
      title: "a lock waits for a role assignment, and so is deleted before it",
      build: (stack) => lock(stack, [rawBinding(stack, "reads", { scope: SHARED_IDENTITY_ID })]),
    },
  ],
};
