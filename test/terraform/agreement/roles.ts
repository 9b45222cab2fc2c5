import { IdentityRoleBinding, Role } from "cdktf-azure-identity";
import { GROUP_ID, OWNER_ID, READER_ID, rawBinding } from "./parts";
import { IN_AZURE, ON_PURPOSE } from "./reasons";
import type { Theme } from "./small-stack";

const principalType = "ServicePrincipal";

function named(name: string) {
  return { roleDefinitionId: undefined, roleDefinitionName: name };
}

export const ROLES: Theme = {
  title: "Roles of role bindings",
  file: "roles.ts",
  stacks: [
    {
      title: "a role is given by id and by name",
      rules: ["error role-choice"],
      terraform: "fails at validate: Invalid combination of arguments",
      build: (stack) => rawBinding(stack, "reads", { roleDefinitionName: "Reader" }),
    },
    {
      title: "no role is given",
      rules: ["error role-choice"],
      terraform: "fails at validate: Invalid combination of arguments",
      build: (stack) => rawBinding(stack, "reads", { roleDefinitionId: undefined }),
    },
    {
      title: "a role is given by its name",
      build: (stack) => rawBinding(stack, "reads", named("Reader")),
    },
    {
      title: "a role is given by its name in small letters",
      rules: ["warning unknown-role-name"],
      terraform: "replaces azurerm_role_assignment.reads",
      build: (stack) => rawBinding(stack, "reads", named("reader")),
    },
    {
      title: "Role.fromName takes the name of a role in small letters",
      rules: ["error unknown-role-name"],
      terraform: "replaces azurerm_role_assignment.reads",
      build: (stack, ours) => {
        new IdentityRoleBinding(stack, "reads", {
          identity: ours,
          role: Role.fromName("reader"),
          scope: GROUP_ID,
        });
      },
    },
    {
      title: "a role is given by a name that no role has",
      rules: ["warning unknown-role-name"],
      terraform: "fails at apply: listing role definitions: could not find role `Storage Blob Reader`",
      build: (stack) => rawBinding(stack, "reads", named("Storage Blob Reader")),
    },
    {
      title: "a role is given by the name that it had before Azure renamed it",
      rules: ["warning unknown-role-name"],
      terraform: "fails at apply: listing role definitions: could not find role `Azure AI User`",
      build: (stack) => rawBinding(stack, "reads", named("Azure AI User")),
    },
    {
      title: "a GUID is given as the name of a role",
      rules: ["warning unknown-role-name"],
      terraform: "fails at apply: listing role definitions: could not find role ...",
      build: (stack) => rawBinding(stack, "reads", named(READER_ID.slice(-36))),
    },
    {
      title: "Role.fromDefinitionId takes the GUID of no role",
      terraform: "fails at apply: 404 RoleDefinitionDoesNotExist",
      reason: IN_AZURE,
      build: (stack, ours) => {
        const role = Role.fromDefinitionId("bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee");
        new IdentityRoleBinding(stack, "reads", { identity: ours, role, scope: GROUP_ID });
      },
    },
    {
      title: "a raw role assignment gives Owner to an identity",
      rules: ["warning privileged-role"],
      build: (stack, { principalId }) =>
        rawBinding(stack, "owns", { principalId, principalType, roleDefinitionId: OWNER_ID }),
    },
    {
      title: "an IdentityRoleBinding gives Owner to an identity",
      rules: ["error privileged-role"],
      reason: ON_PURPOSE,
      build: (stack, ours) => {
        new IdentityRoleBinding(stack, "owns", {
          identity: ours,
          role: Role.builtIn("Owner"),
          scope: GROUP_ID,
        });
      },
    },
    {
      title: "an IdentityRoleBinding gives Owner to an identity under a condition",
      build: (stack, ours) => {
        new IdentityRoleBinding(stack, "owns", {
          identity: ours,
          role: Role.builtIn("Owner"),
          scope: GROUP_ID,
          condition: "((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})))",
        });
      },
    },
  ],
};
