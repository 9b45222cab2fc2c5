import type { TerraformStack } from "cdktf";
import { UserAssignedIdentity } from "cdktf-azure-identity";
import { countedIdentity, exported, GROUP_ID, PLACE, rawBinding, rawIdentity, rawVm } from "./parts";
import { BY_TERRAFORM } from "./reasons";
import type { Theme } from "./small-stack";

/** A raw role assignment for what an expression says. */
function bindingOf(stack: TerraformStack, principalId: string): void {
  rawBinding(stack, "reads", { principalId, principalType: "ServicePrincipal" });
}

export const REFERENCES: Theme = {
  title: "References",
  file: "references.ts",
  stacks: [
    {
      title: "a reference is to an identity that is not there",
      terraform: "fails at validate: Reference to undeclared resource",
      reason: BY_TERRAFORM,
      build: (stack) => bindingOf(stack, "${azurerm_user_assigned_identity.missing.principal_id}"),
    },
    {
      title: "a reference is to a data source that is not there",
      terraform: "fails at validate: Reference to undeclared resource",
      reason: BY_TERRAFORM,
      build: (stack) => rawBinding(stack, "reads", { scope: "${data.azurerm_subscription.missing.id}" }),
    },
    {
      title: "a dependency is on a resource that is not there",
      terraform: "fails at validate: Reference to undeclared resource",
      reason: BY_TERRAFORM,
      build: (stack) => rawBinding(stack, "reads", {}).addOverride("depends_on", ["azurerm_subnet.missing"]),
    },
    {
      title: "a raw expression has the logical id that an identity had before it was overridden",
      terraform: "fails at validate: Reference to undeclared resource",
      reason: BY_TERRAFORM,
      build: (stack) => {
        const identity = new UserAssignedIdentity(stack, "orders", { ...PLACE, name: "id-orders" });
        identity.resource.overrideLogicalId("renamed");
        exported(identity);
        bindingOf(stack, "${azurerm_user_assigned_identity.orders.principal_id}");
      },
    },
    {
      title: "references of this library follow an overridden logical id",
      build: (stack) => {
        const identity = new UserAssignedIdentity(stack, "orders", { ...PLACE, name: "id-orders" });
        identity.resource.overrideLogicalId("renamed");
        bindingOf(stack, identity.principalId);
      },
    },
    {
      title: "the name of an attribute is misspelt",
      terraform: "fails at validate: Unsupported attribute",
      reason: BY_TERRAFORM,
      build: (stack) => bindingOf(stack, "${azurerm_user_assigned_identity.ours.principle_id}"),
    },
    {
      title: "the principal id of a machine is read as if it had no list of identities",
      terraform: "fails at validate: Invalid operation",
      reason: BY_TERRAFORM,
      build: (stack) => {
        rawVm(stack, "vm", { identity: { type: "SystemAssigned" } });
        bindingOf(stack, "${azurerm_linux_virtual_machine.vm.identity.principal_id}");
      },
    },
    {
      title: "the principal id of a machine's second identity block is read",
      terraform: "fails at plan: Invalid index",
      reason: BY_TERRAFORM,
      build: (stack) => {
        rawVm(stack, "vm", { identity: { type: "SystemAssigned" } });
        bindingOf(stack, "${azurerm_linux_virtual_machine.vm.identity[1].principal_id}");
      },
    },
    {
      title: "two identities refer to each other",
      terraform: "fails at validate: Cycle",
      reason: BY_TERRAFORM,
      build: (stack) => {
        rawIdentity(stack, "orders", { tags: { of: "${azurerm_user_assigned_identity.reports.name}" } });
        rawIdentity(stack, "reports", { tags: { of: "${azurerm_user_assigned_identity.orders.name}" } });
      },
    },
    {
      title: "two identities depend on each other",
      terraform: "fails at validate: Cycle",
      reason: BY_TERRAFORM,
      build: (stack) => {
        const orders = rawIdentity(stack, "orders");
        rawIdentity(stack, "reports", { dependsOn: [orders] });
        orders.addOverride("depends_on", ["azurerm_user_assigned_identity.reports"]);
      },
    },
    {
      title: "an identity refers to itself",
      terraform: "fails at plan: Self-referential block",
      reason: BY_TERRAFORM,
      build: (stack) =>
        rawIdentity(stack, "orders", { tags: { of: "${azurerm_user_assigned_identity.orders.name}" } }),
    },
    {
      title: "a reference to a counted identity does not say which",
      rules: ["error unindexed-reference"],
      terraform: "fails at validate: Missing resource instance key",
      build: (stack) => {
        countedIdentity(stack, (index) => `id_${index}`);
        bindingOf(stack, "${azurerm_user_assigned_identity.orders.principal_id}");
      },
    },
    {
      title: "a reference to a counted identity says which",
      build: (stack) => {
        countedIdentity(stack, (index) => `id_${index}`);
        bindingOf(stack, "${azurerm_user_assigned_identity.orders[0].principal_id}");
      },
    },
    {
      title: "a function of Terraform is misspelt",
      terraform: "fails at validate: Call to unknown function",
      reason: BY_TERRAFORM,
      build: (stack) => rawBinding(stack, "reads", { scope: `\${lowercase("${GROUP_ID}")}` }),
    },
  ],
};
