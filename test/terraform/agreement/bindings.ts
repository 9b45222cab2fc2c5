import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { IdentityRoleBinding, Role } from "cdktf-azure-identity";
import {
  GROUP_ID,
  MANAGEMENT_GROUP_ID,
  PLACE,
  READER_ANYWHERE,
  rawBinding,
  rawIdentity,
  SHARED_IDENTITY_ID,
  SUBSCRIPTION_ID,
} from "./parts";
import { IN_AZURE, SPELLING } from "./reasons";
import type { Theme } from "./small-stack";

export const BINDINGS: Theme = {
  title: "Scopes of role bindings, and the same role twice",
  file: "bindings.ts",
  stacks: [
    {
      title: "the scope is the name of a group",
      rules: ["error scope-format"],
      terraform: 'fails at validate: "scope" is invalid: Root scope (/) is invalid',
      build: (stack) => rawBinding(stack, "reads", { scope: "rg-orders" }),
    },
    {
      title: "the scope is text with a slash in it",
      rules: ["error scope-format"],
      terraform: "fails at apply: 404 MissingSubscription",
      build: (stack) => rawBinding(stack, "reads", { scope: "resourceGroups/rg-orders" }),
    },
    {
      title: "the subscription of the scope is a name",
      rules: ["error scope-format"],
      terraform: "fails at apply: 404 SubscriptionNotFound",
      build: (stack) => rawBinding(stack, "reads", { scope: "/subscriptions/orders" }),
    },
    {
      title: "the scope is a group that does not exist",
      terraform: "fails at apply: 404 ResourceGroupNotFound",
      reason: IN_AZURE,
      build: (stack) => rawBinding(stack, "reads", { scope: `${SUBSCRIPTION_ID}/resourceGroups/rg-missing` }),
    },
    {
      title: "the scope is a management group that does not exist",
      terraform: "fails at apply: 404 ResourceNotFound",
      reason: IN_AZURE,
      build: (stack) =>
        rawBinding(stack, "reads", {
          scope: `${MANAGEMENT_GROUP_ID}-missing`,
          roleDefinitionId: READER_ANYWHERE,
        }),
    },
    {
      title: "the scope is written with resourcegroups in small letters",
      rules: ["warning scope-spelling"],
      terraform: "replaces azurerm_role_assignment.reads",
      build: (stack) => rawBinding(stack, "reads", { scope: GROUP_ID.toLowerCase() }),
    },
    {
      title: "the scope is a resource, with resourcegroups in small letters",
      terraform: "replaces azurerm_role_assignment.reads",
      reason: SPELLING,
      build: (stack) =>
        rawBinding(stack, "reads", { scope: SHARED_IDENTITY_ID.replace("resourceGroups", "resourcegroups") }),
    },
    {
      title: "the scope of an IdentityRoleBinding has a slash at its end",
      rules: ["error scope-spelling"],
      terraform: "replaces azurerm_role_assignment.reads",
      build: (stack, ours) => {
        const role = Role.builtIn("Reader");
        new IdentityRoleBinding(stack, "reads", { identity: ours, role, scope: `${GROUP_ID}/` });
      },
    },
    {
      title: "the scope is the id of an identity with a slash behind it",
      rules: ["warning scope-spelling"],
      terraform: "replaces azurerm_role_assignment.reads",
      build: (stack, ours) => rawBinding(stack, "reads", { scope: `${ours.id}/` }),
    },
    {
      title: "the scope has white space at its end",
      rules: ["error scope-format"],
      terraform: "fails at apply: 404 ResourceGroupNotFound",
      build: (stack) => rawBinding(stack, "reads", { scope: `${GROUP_ID} ` }),
    },
    {
      title: "the scope is the principal id of an identity",
      rules: ["error scope-format"],
      terraform: 'fails at apply: "scope" is invalid: Root scope (/) is invalid',
      build: (stack, ours) => rawBinding(stack, "reads", { scope: ours.principalId }),
    },
    {
      title: "the scope is the name of an identity",
      rules: ["error scope-format"],
      terraform: 'fails at plan: "scope" is invalid: Root scope (/) is invalid',
      build: (stack) => rawBinding(stack, "reads", { scope: rawIdentity(stack, "shared").name }),
    },
    {
      title: "the scope is the endpoint of a storage account",
      rules: ["error scope-format"],
      terraform: "fails at apply: 404 MissingSubscription",
      build: (stack) => {
        const account = new StorageAccount(stack, "account", {
          ...PLACE,
          name: "storders",
          accountTier: "Standard",
          accountReplicationType: "LRS",
        });
        rawBinding(stack, "reads", { scope: account.primaryBlobEndpoint });
      },
    },
    {
      title: "the scope is an identity",
      build: (stack) => rawBinding(stack, "reads", { scope: SHARED_IDENTITY_ID }),
    },
    {
      title: "a role is bound to a principal twice at a scope",
      rules: ["error duplicate-role-binding"],
      terraform: "fails at apply: 409 RoleAssignmentExists",
      build: (stack) => {
        const first = rawBinding(stack, "reads", {});
        rawBinding(stack, "reads-too", { dependsOn: [first] });
      },
    },
    {
      title: "a role is bound twice, once by its id and once by its name",
      rules: ["error duplicate-role-binding"],
      terraform: "fails at apply: 409 RoleAssignmentExists",
      build: (stack) => {
        const first = rawBinding(stack, "reads", {});
        rawBinding(stack, "reads-too", {
          roleDefinitionId: undefined,
          roleDefinitionName: "Reader",
          dependsOn: [first],
        });
      },
    },
    {
      title: "an IdentityRoleBinding and a raw role assignment say the same",
      rules: ["error duplicate-role-binding"],
      terraform: "fails at apply: 409 RoleAssignmentExists",
      build: (stack, ours) => {
        const first = new IdentityRoleBinding(stack, "reads", {
          identity: ours,
          role: Role.builtIn("Reader"),
          scope: GROUP_ID,
        });
        rawBinding(stack, "reads-too", {
          principalId: ours.principalId,
          principalType: "ServicePrincipal",
          dependsOn: [first],
        });
      },
    },
    {
      title: "two roles are bound to a principal at a scope",
      build: (stack) => {
        rawBinding(stack, "reads", {});
        rawBinding(stack, "writes", { roleDefinitionId: undefined, roleDefinitionName: "Contributor" });
      },
    },
    {
      title: "a role is bound at a scope and below it",
      rules: ["warning redundant-role-binding"],
      build: (stack) => {
        rawBinding(stack, "reads", {});
        rawBinding(stack, "reads-below", { scope: SHARED_IDENTITY_ID });
      },
    },
    {
      title: "a role is bound to two principals at a scope",
      build: (stack, { principalId }) => {
        rawBinding(stack, "reads", {});
        rawBinding(stack, "reads-too", { principalId, principalType: "ServicePrincipal" });
      },
    },
  ],
};
