import { DataAzurermSubscription } from "@cdktf/provider-azurerm/lib/data-azurerm-subscription";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { Lazy, TerraformOutput, TerraformVariable } from "cdktf";
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

const unset = undefined as unknown as string;

test("what is not given is no part of a scope, and all of it is said", () => {
  expect(() => Scope.subscription(unset)).toThrow(
    "[Scope.subscription] subscriptionId is not given; allowed is the GUID of a subscription; pass it, or use Scope.currentSubscription(this)",
  );
  expect(() => Scope.resourceGroup(unset, unset)).toThrow(
    /^\[Scope\.resourceGroup\] subscriptionId is not given; [^\n]+\n {2}name is not given; allowed is the name of a resource group/,
  );
  expect(() => Scope.managementGroup(unset)).toThrow(
    "[Scope.managementGroup] name is not given; allowed are",
  );
  expect(() => Scope.currentSubscription(undefined as never)).toThrow(
    "[Scope.currentSubscription] construct is not given; allowed is the stack, or a construct in it; pass this",
  );
});

test.each(["My Landing Zones", "", "a/b", "a".repeat(91)])("%j is no id of a management group", (name) => {
  expect(() => Scope.managementGroup(name)).toThrow(
    `[Scope.managementGroup] name "${name}" is not the id of a management group; allowed are 1-90 of A-Z a-z 0-9 - _ ( ) .; pass its id`,
  );
});

test("ids of management groups with all that Azure takes pass, and tokens", () => {
  const stack = newStack();
  const { stringValue } = new TerraformVariable(stack, "group", { type: "string" });
  const late = Lazy.stringValue({ produce: () => "corp" });
  for (const name of ["mg_(corp).eu-1", "a".repeat(90), stringValue, "${var.group}", late]) {
    expect(Scope.managementGroup(name)).toBe(`/providers/Microsoft.Management/managementGroups/${name}`);
  }
});
