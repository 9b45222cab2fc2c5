import { CustomRole, IdentityRoleBinding } from "cdktf-azure-identity";
import {
  GROUP_ID,
  MANAGEMENT_GROUP_ID,
  rawBinding,
  rawRole,
  SHARED_IDENTITY_ID,
  SUBSCRIPTION_ID,
} from "./parts";
import type { Theme } from "./small-stack";

const READ_MACHINES = "Microsoft.Compute/virtualMachines/read";
const READ_BLOBS = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read";

export const OWN_ROLE_BINDINGS: Theme = {
  title: "Bindings of the app's own roles",
  file: "own-role-bindings.ts",
  stacks: [
    {
      title: "a CustomRole is bound to an identity",
      build: (stack, identity) => {
        const { role } = new CustomRole(stack, "role", {
          name: "Orders reader",
          scope: SUBSCRIPTION_ID,
          actions: [READ_MACHINES],
        });
        new IdentityRoleBinding(stack, "reads", { identity, role, scope: GROUP_ID });
      },
    },
    {
      title: "a role of the app is bound by its id",
      rules: ["error role-definition-reference"],
      terraform: "fails at apply: 400 BadRequestFormat",
      build: (stack) => rawBinding(stack, "reads", { roleDefinitionId: rawRole(stack, "role").id }),
    },
    {
      title: "a role of the app is bound by its GUID",
      rules: ["error role-definition-reference"],
      terraform: "fails at apply: 400 BadRequestFormat",
      build: (stack) =>
        rawBinding(stack, "reads", { roleDefinitionId: rawRole(stack, "role").roleDefinitionId }),
    },
    {
      title: "a role of the app is bound by its resource id",
      build: (stack) =>
        rawBinding(stack, "reads", { roleDefinitionId: rawRole(stack, "role").roleDefinitionResourceId }),
    },
    {
      title: "a role of the app is bound by its name, with a dependency",
      build: (stack) => {
        const role = rawRole(stack, "role");
        rawBinding(stack, "reads", {
          roleDefinitionId: undefined,
          roleDefinitionName: "Orders role",
          dependsOn: [role],
        });
      },
    },
    {
      title: "a role of the app is bound outside of its assignable scopes",
      rules: ["error role-not-assignable"],
      terraform: "fails at apply: 400 RoleAssignmentScopeNotAssignableToRoleDefinition",
      build: (stack) => {
        const role = rawRole(stack, "role", { assignableScopes: [SHARED_IDENTITY_ID] });
        rawBinding(stack, "reads", { roleDefinitionId: role.roleDefinitionResourceId });
      },
    },
    {
      title: "a role of the app is bound below one of its assignable scopes",
      build: (stack) => {
        const role = rawRole(stack, "role", { assignableScopes: [GROUP_ID] });
        rawBinding(stack, "reads", {
          roleDefinitionId: role.roleDefinitionResourceId,
          scope: SHARED_IDENTITY_ID,
        });
      },
    },
    {
      title: "a role with data actions is bound at a management group",
      rules: ["error role-not-assignable"],
      terraform: "fails at apply: 400 RoleAssignmentScopeNotAssignableToRoleDefinition",
      build: (stack) => {
        const role = rawRole(stack, "role", {
          scope: MANAGEMENT_GROUP_ID,
          permissions: [{ dataActions: [READ_BLOBS] }],
        });
        rawBinding(stack, "reads", {
          roleDefinitionId: role.roleDefinitionResourceId,
          scope: MANAGEMENT_GROUP_ID,
        });
      },
    },
    {
      title: "a role with data actions of a management group is bound in a subscription",
      build: (stack) => {
        const role = rawRole(stack, "role", {
          scope: SUBSCRIPTION_ID,
          permissions: [{ dataActions: [READ_BLOBS] }],
          assignableScopes: [SUBSCRIPTION_ID, MANAGEMENT_GROUP_ID],
        });
        rawBinding(stack, "reads", { roleDefinitionId: role.roleDefinitionResourceId });
      },
    },
  ],
};
