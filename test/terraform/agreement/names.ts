import { IdentityRules, UserAssignedIdentity } from "cdktf-azure-identity";
import { exported, PLACE, rawIdentity } from "./parts";
import type { Theme } from "./small-stack";

export const NAMES: Theme = {
  title: "Names of identities",
  file: "names.ts",
  stacks: [
    {
      title: "an identity has a name of two characters",
      rules: ["error identity-name"],
      terraform: "fails at apply: 400 InvalidResourceName",
      build: (stack) => rawIdentity(stack, "orders", { name: "id" }),
    },
    {
      title: "an identity has a name of three characters",
      build: (stack) => rawIdentity(stack, "orders", { name: "id1" }),
    },
    {
      title: "an identity has a name of 129 characters",
      rules: ["error identity-name"],
      terraform: "fails at apply: 400 InvalidResourceName",
      build: (stack) =>
        exported(new UserAssignedIdentity(stack, "orders", { ...PLACE, name: "i".repeat(129) })),
    },
    {
      title: "the name of an identity has a dot in it",
      rules: ["error identity-name"],
      terraform: "fails at apply: 400 InvalidResourceName",
      build: (stack) => rawIdentity(stack, "orders", { name: "id.orders" }),
    },
    {
      title: "the name of an identity ends with a dash",
      build: (stack) => rawIdentity(stack, "orders", { name: "id-orders-" }),
    },
    {
      title: "two identities of a group have names that differ in case alone",
      rules: ["error duplicate-name"],
      terraform:
        "fails at apply: A resource with the ID ... already exists - to be managed via Terraform this ...",
      build: (stack) => {
        const orders = rawIdentity(stack, "orders", { name: "id-orders" });
        rawIdentity(stack, "reports", { name: "ID-Orders", dependsOn: [orders] });
      },
    },
    {
      title: "two identities of one name are in two groups",
      build: (stack) => {
        rawIdentity(stack, "orders", { name: "id-orders" });
        rawIdentity(stack, "reports", { name: "id-orders", resourceGroupName: "rg-reports" });
      },
    },
    {
      title: "the name of an identity is not as the app's convention has it",
      rules: ["warning naming-convention"],
      build: (stack) => {
        IdentityRules.naming(stack, { resourceType: "azurerm_user_assigned_identity", prefix: "id-" });
        rawIdentity(stack, "orders", { name: "orders-identity" });
      },
    },
    {
      title: "nothing uses an identity",
      rules: ["information unused-identity"],
      build: (stack) => {
        new UserAssignedIdentity(stack, "left-over", { ...PLACE, name: "id-left-over" });
      },
    },
  ],
};
