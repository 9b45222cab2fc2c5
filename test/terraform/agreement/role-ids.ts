import { IdentityRoleBinding, Role } from "cdktf-azure-identity";
import { MANAGEMENT_GROUP_ID, OTHER_SUBSCRIPTION, READER_ANYWHERE, READER_ID, rawBinding } from "./parts";
import type { Theme } from "./small-stack";

export const ROLE_IDS: Theme = {
  title: "Ids of roles",
  file: "role-ids.ts",
  stacks: [
    {
      title: "at a group, a role id has the subscription of the group",
      build: (stack) => rawBinding(stack, "reads", { roleDefinitionId: READER_ID }),
    },
    {
      title: "at a group, a role id has no subscription",
      rules: ["warning role-definition-prefix"],
      terraform: "replaces azurerm_role_assignment.reads",
      build: (stack) => rawBinding(stack, "reads", { roleDefinitionId: READER_ANYWHERE }),
    },
    {
      title: "at a group, a role id has another subscription",
      rules: ["warning role-definition-prefix"],
      terraform: "replaces azurerm_role_assignment.reads",
      build: (stack) =>
        rawBinding(stack, "reads", {
          roleDefinitionId: `/subscriptions/${OTHER_SUBSCRIPTION}${READER_ANYWHERE}`,
        }),
    },
    {
      title: "a role id is the name of a role",
      rules: ["error role-definition-reference"],
      terraform: "fails at apply: 400 BadRequestFormat",
      build: (stack) => rawBinding(stack, "reads", { roleDefinitionId: "Reader" }),
    },
    {
      title: "a role id is the GUID alone",
      rules: ["error role-definition-reference"],
      terraform: "fails at apply: 400 BadRequestFormat",
      build: (stack) => rawBinding(stack, "reads", { roleDefinitionId: READER_ID.slice(-36) }),
    },
    {
      title: "at a management group, a role id has no subscription",
      build: (stack) =>
        rawBinding(stack, "reads", { scope: MANAGEMENT_GROUP_ID, roleDefinitionId: READER_ANYWHERE }),
    },
    {
      title: "at a management group, a role id has a subscription",
      rules: ["warning role-definition-prefix"],
      terraform: "replaces azurerm_role_assignment.reads",
      build: (stack) =>
        rawBinding(stack, "reads", { scope: MANAGEMENT_GROUP_ID, roleDefinitionId: READER_ID }),
    },
    {
      title: "an IdentityRoleBinding at a management group takes a role id with a subscription",
      build: (stack, ours) => {
        const role = Role.fromDefinitionId(READER_ID);
        new IdentityRoleBinding(stack, "reads", { identity: ours, role, scope: MANAGEMENT_GROUP_ID });
      },
    },
  ],
};
