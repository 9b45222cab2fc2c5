import { DataAzurermResourceGroup } from "@cdktf/provider-azurerm/lib/data-azurerm-resource-group";
import { DataAzurermUserAssignedIdentity } from "@cdktf/provider-azurerm/lib/data-azurerm-user-assigned-identity";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { TerraformCount, TerraformLocal, type TerraformStack } from "cdktf";
import { UserAssignedIdentity } from "cdktf-azure-identity";
import { GROUP, newStack } from "../support";
import { checkedStack, found, LATE_TEXTS, places } from "./support";

const RULE = "resource-group-name";
const { location } = GROUP;

function groupOf(stack: TerraformStack, name = "rg-orders"): ResourceGroup {
  return new ResourceGroup(stack, "group", { name, location });
}

function make(stack: TerraformStack, id: string, resourceGroupName: string): UserAssignedIdentity {
  return new UserAssignedIdentity(stack, id, { location, resourceGroupName, name: `id-${id}` });
}

test("the name of a group is accepted, as text, of a resource and of a data source", () => {
  const stack = newStack();
  make(stack, "text", "rg-orders_(eu).1");
  make(stack, "made", groupOf(stack).name);
  make(stack, "found", new DataAzurermResourceGroup(stack, "existing", { name: "rg-shared" }).name);
  expect(found(RULE, stack)).toEqual([]);
});

test("the id of a group is an error that says what to pass", () => {
  const stack = newStack();
  make(stack, "identity", groupOf(stack).id);
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/identity",
      address: "azurerm_user_assigned_identity.identity",
      message:
        'resource group name "${azurerm_resource_group.group.id}" is the id of the group; allowed is its name; pass ' +
        "the name of the group, as of group.name",
    },
  ]);
});

test.each([
  "rg orders",
  "rg-orders.",
  "/subscriptions/x/resourceGroups/rg",
  "",
])("%j is an error that says which names there are", (name) => {
  const stack = newStack();
  make(stack, "identity", name);
  const [finding] = found(RULE, stack);
  expect(finding?.message).toMatch(/^resource group name ".*; allowed are 1-90 of A-Z a-z 0-9 \. _ \( \) -/);
});

test("a bad name that the app gives its group is said of the group alone", () => {
  const stack = newStack();
  make(stack, "identity", groupOf(stack, "rg orders").name);
  expect(found(RULE, stack)).toEqual([]);
});

test("raw resources, look-ups, locals and counted ones are looked at", () => {
  const stack = checkedStack();
  const resourceGroupName = groupOf(stack).id;
  const local = new TerraformLocal(stack, "place", resourceGroupName).asString;
  new RawIdentity(stack, "raw", { location, resourceGroupName, name: "id-raw" });
  new RawIdentity(stack, "local", { location, resourceGroupName: local, name: "id-local" });
  const counted = { location, resourceGroupName, name: "id-counted", count: TerraformCount.of(2) };
  new RawIdentity(stack, "counted", counted);
  new DataAzurermUserAssignedIdentity(stack, "found", { resourceGroupName, name: "id-found" });
  const expected = ["raw", "local", "counted", "found"].map((id) => `error test/${id}`);
  expect(places(RULE, stack)).toEqual(expect.arrayContaining(expected));
  expect(places(RULE, stack)).toHaveLength(4);
});

test.each(LATE_TEXTS)("%s says nothing", (_, late) => {
  const stack = checkedStack();
  const { text, repeated } = late(stack, "rg-orders");
  new RawIdentity(stack, "raw", { location, resourceGroupName: text, name: "id-raw", ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("the group counts that a resource has after overrides and setters", () => {
  const stack = newStack();
  make(stack, "mended", groupOf(stack).id).resource.resourceGroupName = "rg-orders";
  make(stack, "overridden", "rg-orders").resource.addOverride("resource_group_name", "rg orders");
  expect(places(RULE, stack)).toEqual(["error test/overridden"]);
});
