import { DataAzurermResourceGroup } from "@cdktf/provider-azurerm/lib/data-azurerm-resource-group";
import { DataAzurermSubscription } from "@cdktf/provider-azurerm/lib/data-azurerm-subscription";
import { ManagementGroup } from "@cdktf/provider-azurerm/lib/management-group";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { TerraformCount, type TerraformStack, TerraformVariable } from "cdktf";
import { Scope } from "cdktf-azure-identity";
import { newApp, newStack, SUBSCRIPTION } from "../support";
import { checkedStack, found, LATE_TEXTS, places, RESOURCE_GROUP_ID, rawBinding } from "./support";

const RULE = "role-assignment-count";

/** Assignments at scopes of their own, so that none is a duplicate: `count` stands for many without making them. */
function bindings(stack: TerraformStack, id: string, count: number, scope = RESOURCE_GROUP_ID) {
  return rawBinding(stack, id, { scope, count });
}

test("499 in a subscription are accepted, however they are spread over it", () => {
  const stack = checkedStack();
  const group = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
  bindings(stack, "many", 498);
  rawBinding(stack, "one", { scope: group.id });
  expect(found(RULE, stack)).toEqual([]);
});

test("500 are a warning that says how many are allowed", () => {
  const stack = checkedStack();
  const group = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
  bindings(stack, "many", 498);
  rawBinding(stack, "one", { scope: group.id });
  rawBinding(stack, "two", { scope: `/subscriptions/${SUBSCRIPTION.toUpperCase()}` });
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "warning",
      stack: "test",
      path: "test/many",
      address: "azurerm_role_assignment.many",
      message:
        "500 role assignments of this app are in one subscription; allowed are 4000, with those that others make; share " +
        "one user-assigned identity among machines that do the same, bind at a wider scope, or bind roles to groups",
    },
  ]);
});

test("more than Azure allows is an error", () => {
  const stack = checkedStack();
  bindings(stack, "at-limit", 4000);
  expect(places(RULE, stack)).toEqual(["warning test/at-limit"]);
  bindings(stack, "over", 1);
  expect(places(RULE, stack)).toEqual(["error test/at-limit"]);
});

test("a management group has a limit of its own, by name or by reference", () => {
  const stack = checkedStack();
  const group = new ManagementGroup(stack, "group", { name: "platform" });
  bindings(stack, "named", 500, Scope.managementGroup("shop"));
  bindings(stack, "reference", 501, group.id);
  bindings(stack, "few", 499, Scope.managementGroup("few"));
  expect(places(RULE, stack)).toEqual(["warning test/named", "error test/reference"]);
});

test("the root, another subscription and one that is looked up are not counted in, and a group that is looked up is", () => {
  const stack = checkedStack();
  bindings(stack, "many", 499);
  bindings(stack, "root", 100, "/");
  bindings(stack, "other", 100, Scope.subscription("99999999-8888-7777-6666-555555555555"));
  const id = new TerraformVariable(stack, "id", { type: "string" }).stringValue;
  bindings(stack, "lookup", 100, new DataAzurermSubscription(stack, "unknown", { subscriptionId: id }).id);
  expect(found(RULE, stack)).toEqual([]);
  rawBinding(stack, "group", { scope: new DataAzurermResourceGroup(stack, "rg", { name: "rg" }).id });
  expect(places(RULE, stack)).toEqual(["warning test/many"]);
});

test("two stacks with one subscription are counted together", () => {
  const app = newApp();
  bindings(checkedStack("a", app), "many", 250);
  bindings(newStack("b", app), "many", 250);
  expect(places(RULE, app)).toEqual(["warning a/many"]);
});

test("a count that only Terraform knows, and for_each, count for nothing", () => {
  const stack = checkedStack();
  bindings(stack, "many", 499);
  const count = TerraformCount.of(new TerraformVariable(stack, "n", { type: "number" }).numberValue);
  rawBinding(stack, "variable", { count });
  rawBinding(stack, "each").addOverride("for_each", "${var.scopes}");
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as a scope says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "legal");
  bindings(stack, "many", 499);
  rawBinding(stack, "late", { scope: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("the count after setters and overrides counts", () => {
  const stack = checkedStack();
  bindings(stack, "mended", 600).count = 1;
  bindings(stack, "overridden", 1).addOverride("count", 600);
  expect(found(RULE, stack).map(({ message }) => message.split(" ")[0])).toEqual(["601"]);
});
