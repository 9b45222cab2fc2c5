import { PRINCIPAL, rawBinding, SHARED_IDENTITY_ID } from "./parts";
import { IN_AZURE } from "./reasons";
import type { Theme } from "./small-stack";

const principalType = "ServicePrincipal";

export const PRINCIPALS: Theme = {
  title: "Principals of role bindings",
  file: "principals.ts",
  stacks: [
    {
      title: "a role is bound to the principal id of an identity",
      build: (stack, ours) => rawBinding(stack, "reads", { principalId: ours.principalId, principalType }),
    },
    {
      title: "a role is bound to the client id of an identity",
      rules: ["error principal-id-attribute"],
      terraform: "fails at apply: 400 PrincipalNotFound",
      build: (stack, ours) => rawBinding(stack, "reads", { principalId: ours.clientId, principalType }),
    },
    {
      title: "a role is bound to the tenant id of an identity",
      rules: ["error principal-id-attribute"],
      terraform: "fails at apply: 400 PrincipalNotFound",
      build: (stack, ours) => rawBinding(stack, "reads", { principalId: ours.tenantId, principalType }),
    },
    {
      title: "a role is bound to the resource id of an identity",
      rules: ["error principal-id-attribute"],
      terraform: "fails at apply: 400 InvalidPrincipalId",
      build: (stack, ours) => rawBinding(stack, "reads", { principalId: ours.id, principalType }),
    },
    {
      title: "the principal is the text of an address",
      rules: ["error quoted-reference"],
      terraform: "fails at apply: 400 InvalidPrincipalId",
      build: (stack) =>
        rawBinding(stack, "reads", { principalId: "azurerm_user_assigned_identity.ours.principal_id" }),
    },
    {
      title: "the principal is a name",
      rules: ["error principal-id-format"],
      terraform: "fails at apply: 400 InvalidPrincipalId",
      build: (stack) => rawBinding(stack, "reads", { principalId: "id-orders" }),
    },
    {
      title: "the principal is a GUID without dashes",
      rules: ["error principal-id-format"],
      terraform: "fails at apply: 400 InvalidPrincipalId",
      build: (stack) => rawBinding(stack, "reads", { principalId: PRINCIPAL.replaceAll("-", "") }),
    },
    {
      title: "the principal is a GUID of nobody",
      terraform: "fails at apply: 400 PrincipalNotFound",
      reason: IN_AZURE,
      build: (stack) => rawBinding(stack, "reads", { principalId: "bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee" }),
    },
    {
      title: "the principal is a GUID of somebody",
      build: (stack) => rawBinding(stack, "reads", { principalId: PRINCIPAL }),
    },
    {
      title: "the principal is undefined in the program",
      rules: ["error incomplete-role-assignment"],
      terraform: "fails at validate: Missing required argument",
      build: (stack) =>
        rawBinding(stack, "reads", { principalId: undefined as unknown as string, principalType }),
    },
    {
      title: "the scope is undefined in the program",
      rules: ["error incomplete-role-assignment"],
      terraform: "fails at validate: Missing required argument",
      build: (stack, { principalId }) =>
        rawBinding(stack, "reads", { principalId, principalType, scope: undefined as unknown as string }),
    },
    {
      title: "an identity is said to be a user",
      rules: ["error principal-type"],
      terraform: "fails at apply: 400 UnmatchedPrincipalType",
      build: (stack, { principalId }) => rawBinding(stack, "reads", { principalId, principalType: "User" }),
    },
    {
      title: "the type of a principal is written in small letters",
      rules: ["error principal-type"],
      terraform: "fails at validate: expected principal_type to be one of",
      build: (stack, { principalId }) =>
        rawBinding(stack, "reads", { principalId, principalType: "serviceprincipal" }),
    },
    {
      title: "nothing says of what type the principal of an identity is",
      rules: ["warning missing-principal-type"],
      build: (stack, { principalId }) => rawBinding(stack, "reads", { principalId }),
    },
    {
      title: "the delegated identity is a principal id",
      rules: ["error delegated-identity"],
      terraform:
        'fails at apply: Can not parse "delegated_managed_identity_resource_id" as a resource id: ...',
      build: (stack, { principalId }) =>
        rawBinding(stack, "reads", {
          principalId,
          principalType,
          delegatedManagedIdentityResourceId: principalId,
        }),
    },
    {
      title: "the delegated identity is a name",
      rules: ["error delegated-identity"],
      terraform:
        'fails at validate: Can not parse "delegated_managed_identity_resource_id" as a resource id: ...',
      build: (stack, { principalId }) =>
        rawBinding(stack, "reads", {
          principalId,
          principalType,
          delegatedManagedIdentityResourceId: "id-shared",
        }),
    },
    {
      title: "the delegated identity is a resource id",
      build: (stack, { principalId }) =>
        rawBinding(stack, "reads", {
          principalId,
          principalType,
          delegatedManagedIdentityResourceId: SHARED_IDENTITY_ID,
        }),
    },
  ],
};
