import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { type App, TerraformStack } from "cdktf";
import { Role, Scope, UserAssignedIdentity } from "cdktf-azure-identity";
import { exported, GROUP, newApp, SUBSCRIPTION } from "../support";

export const READER = Role.builtIn("Reader");
export const CONTRIBUTOR = Role.builtIn("Contributor");
export const HERE = Scope.subscription(SUBSCRIPTION);
export const IN_GROUP = Scope.resourceGroup(SUBSCRIPTION, "rg-orders");

/** A stack that registers no resource providers, so that only its resources ask for something. */
export function quietStack(id = "test", app: App = newApp(), subscriptionId?: string): TerraformStack {
  const stack = new TerraformStack(app, id);
  const subscription = subscriptionId === undefined ? {} : { subscriptionId };
  new AzurermProvider(stack, "azurerm", {
    features: [{}],
    resourceProviderRegistrations: "none",
    ...subscription,
  });
  return stack;
}

export function identityIn(stack: TerraformStack, id = "identity"): UserAssignedIdentity {
  return exported(new UserAssignedIdentity(stack, id, { ...GROUP, name: `id-${stack.node.id}-${id}` }));
}

export function withIdentity(app = newApp(), id = "test"): TerraformStack {
  const stack = quietStack(id, app, SUBSCRIPTION);
  identityIn(stack);
  return stack;
}
