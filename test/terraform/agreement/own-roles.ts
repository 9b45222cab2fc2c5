import { CustomRole } from "cdktf-azure-identity";
import { MANAGEMENT_GROUP_ID, rawRole, SUBSCRIPTION_ID } from "./parts";
import { USELESS } from "./reasons";
import type { Theme } from "./small-stack";

export const OWN_ROLES: Theme = {
  title: "Roles of the app's own",
  file: "own-roles.ts",
  stacks: [
    {
      title: "a role of the app has the name of a built-in one",
      rules: ["warning reserved-role-definition-name"],
      terraform: "fails at apply: 409 RoleDefinitionWithSameNameExists",
      build: (stack) => rawRole(stack, "role", { name: "Reader" }),
    },
    {
      title: "two roles of the app have one name",
      rules: ["error duplicate-role-definition"],
      terraform: "fails at apply: 409 RoleDefinitionWithSameNameExists",
      build: (stack) => {
        const first = rawRole(stack, "first", { name: "Orders reader" });
        rawRole(stack, "second", { name: "orders reader", dependsOn: [first] });
      },
    },
    {
      title: "the name of a role is empty",
      rules: ["error role-definition-name"],
      terraform: 'fails at validate: expected "name" to not be an empty string',
      build: (stack) => rawRole(stack, "role", { name: "" }),
    },
    {
      title: "the name of a role has 513 characters",
      rules: ["error role-definition-name"],
      terraform: "fails at apply: 400 BadRequest",
      build: (stack) => rawRole(stack, "role", { name: "r".repeat(513) }),
    },
    {
      title: "the root is an assignable scope",
      rules: ["error role-definition-scopes"],
      terraform: "fails at apply: 400 InvalidAssignableScopes",
      build: (stack) => rawRole(stack, "role", { assignableScopes: ["/"] }),
    },
    {
      title: "the name of a group is the scope of a CustomRole",
      rules: ["error role-definition-scopes"],
      terraform: 'fails at validate: "scope" must start with one of: /subscriptions/, ...',
      build: (stack) => {
        new CustomRole(stack, "role", {
          name: "Orders reader",
          scope: "rg-orders",
          actions: ["Microsoft.Compute/virtualMachines/read"],
        });
      },
    },
    {
      title: "the name of a group is an assignable scope",
      rules: ["error role-definition-scopes"],
      terraform: "fails at apply: 400 LinkedInvalidPropertyId",
      build: (stack) => rawRole(stack, "role", { assignableScopes: ["rg-orders"] }),
    },
    {
      title: "two management groups are assignable scopes",
      rules: ["error role-definition-scopes"],
      terraform: "fails at apply: 400 InvalidAssignableScopes",
      build: (stack) =>
        rawRole(stack, "role", { assignableScopes: [MANAGEMENT_GROUP_ID, `${MANAGEMENT_GROUP_ID}-2`] }),
    },
    {
      title: "an action of a role names no provider",
      rules: ["warning role-definition-actions"],
      terraform: "fails at apply: 400 InvalidActionOrNotAction",
      build: (stack) => rawRole(stack, "role", { permissions: [{ actions: ["virtualMachines"] }] }),
    },
    {
      title: "a data action of a role names no provider",
      rules: ["warning role-definition-actions"],
      terraform: "fails at apply: 400 InvalidDataActionOrNotDataAction",
      build: (stack) => rawRole(stack, "role", { permissions: [{ dataActions: ["blobs"] }] }),
    },
    {
      title: "an action of a role has no verb",
      rules: ["warning role-definition-actions"],
      terraform: "fails at apply: 400 InvalidActionOrNotAction",
      build: (stack) =>
        rawRole(stack, "role", { permissions: [{ actions: ["Microsoft.Compute/virtualMachines"] }] }),
    },
    {
      title: "an action of a role has a star for its verb",
      build: (stack) =>
        rawRole(stack, "role", { permissions: [{ actions: ["Microsoft.Compute/virtualMachines/*"] }] }),
    },
    {
      title: "a CustomRole allows nothing",
      rules: ["error role-definition-actions"],
      reason: USELESS,
      build: (stack) => {
        new CustomRole(stack, "role", { name: "Orders nothing", scope: SUBSCRIPTION_ID });
      },
    },
    {
      title: "a role of the app may write role assignments",
      rules: ["warning broad-role-definition"],
      build: (stack) =>
        rawRole(stack, "role", { permissions: [{ actions: ["Microsoft.Authorization/*/write"] }] }),
    },
  ],
};
