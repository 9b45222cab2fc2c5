import { DataAzurermSubscription } from "@cdktf/provider-azurerm/lib/data-azurerm-subscription";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TerraformOutput } from "cdktf";
import { Scope } from "cdktf-azure-identity";
import { addresses } from "../constructs";
import { newStack, SUBSCRIPTION, synthesized } from "../support";

test("scopes are ARM ids", () => {
  expect(Scope.subscription(SUBSCRIPTION)).toBe(`/subscriptions/${SUBSCRIPTION}`);
  expect(Scope.resourceGroup(SUBSCRIPTION, "rg")).toBe(`/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`);
  expect(Scope.managementGroup("corp")).toBe("/providers/Microsoft.Management/managementGroups/corp");
});

test("the current subscription is looked up once per stack and provider", () => {
  const stack = newStack();
  const hub = new AzurermProvider(stack, "hub", { features: [{}], alias: "hub" });
  const scopes = [undefined, undefined, hub, hub].map((provider) =>
    Scope.currentSubscription(stack, provider),
  );
  for (const [at, value] of scopes.entries()) new TerraformOutput(stack, `scope-${at}`, { value });
  expect(addresses(stack)).toEqual([
    "data.azurerm_subscription.current-subscription",
    "data.azurerm_subscription.current-subscription-hub",
  ]);
  const { data, output } = synthesized(stack);
  expect(data.azurerm_subscription["current-subscription-hub"]).toEqual({ provider: "azurerm.hub" });
  expect(output["scope-1"].value).toBe("${data.azurerm_subscription.current-subscription.id}");
});

test("a data source of the user's own beside it is left alone", () => {
  const stack = newStack();
  new DataAzurermSubscription(stack, "subscription", {});
  Scope.currentSubscription(stack);
  expect(addresses(stack)).toHaveLength(2);
});

test("a construct of the user's own under the id of that data source is refused", () => {
  const stack = newStack();
  new DataAzurermSubscription(stack, "current-subscription", {});
  expect(() => Scope.currentSubscription(stack)).toThrow(
    '[test/current-subscription] the id "current-subscription" is that of a construct of yours',
  );
});
