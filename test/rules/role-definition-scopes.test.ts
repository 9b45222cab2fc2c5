import { DataAzurermManagementGroup } from "@cdktf/provider-azurerm/lib/data-azurerm-management-group";
import { ManagementGroup } from "@cdktf/provider-azurerm/lib/management-group";
import { RoleDefinition } from "@cdktf/provider-azurerm/lib/role-definition";
import type { TerraformStack } from "cdktf";
import { CustomRole, Scope } from "cdktf-azure-identity";
import { GUID, newApp, newStack, SUBSCRIPTION } from "../support";
import { checkedStack, found, LATE_TEXTS, places, prepared, RESOURCE_GROUP_ID } from "./support";

const RULE = "role-definition-scopes";
const scope = Scope.subscription(SUBSCRIPTION);
const [ONE, TWO] = [Scope.managementGroup("one"), Scope.managementGroup("two")];

function define(stack: TerraformStack, assignableScopes: string[], id = "role") {
  const dataActions = ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read"];
  return new CustomRole(stack, id, { name: `Orders ${id}`, scope, dataActions, assignableScopes }).resource;
}

function raw(stack: TerraformStack, id: string, assignableScopes: string[]) {
  return new RoleDefinition(stack, id, { name: `Orders ${id}`, scope, assignableScopes });
}

test("one management group, subscriptions and groups are accepted, also with data actions", () => {
  const stack = newStack();
  define(stack, [ONE, scope, Scope.subscription(GUID), RESOURCE_GROUP_ID, ONE.toUpperCase()]);
  expect(found(RULE, stack)).toEqual([]);
});

test("the root is an error that says what is allowed", () => {
  const stack = newStack();
  define(stack, ["/"]);
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/role",
      address: "azurerm_role_definition.role",
      message:
        'assignable scope "/" is the root, which is for built-in roles; allowed are one management group, ' +
        "subscriptions, and groups or resources in those; list the management group or the subscriptions in which the " +
        "role is needed",
    },
  ]);
});

test("an assignable scope that is no id is an error, as text, as a reference and as an address in quotes", () => {
  const stack = newStack();
  const address = "azurerm_resource_group.a.id";
  define(stack, [
    "rg-orders",
    "${azurerm_storage_account.a.primary_blob_endpoint}",
    address,
    RESOURCE_GROUP_ID,
  ]);
  const wrong = ["rg-orders", "${azurerm_storage_account.a.primary_blob_endpoint}", address];
  expect(found(RULE, stack).map(({ level, message }) => `${level} ${message.split(";")[0]}`)).toEqual(
    wrong.map((text) => `error assignable scope "${text}" is not an id that Azure knows as a scope`),
  );
});

test("a scope that is no id is an error that is said once", () => {
  const stack = newStack();
  new CustomRole(stack, "role", { name: "Orders", scope: "rg-orders", actions: ["*/read"] });
  expect(found(RULE, stack).map(({ level, message }) => `${level} ${message}`)).toEqual([
    'error scope "rg-orders" is not one that a role can have; allowed are /subscriptions/<guid> and ids in it, and ' +
      "/providers/Microsoft.Management/managementGroups/<name>; write one with Scope, or pass the id of a resource",
  ]);
});

test.each([
  "/",
  `/Subscriptions/${SUBSCRIPTION}`,
  "/providers/Microsoft.Capacity",
  "${azurerm_resource_group.a.name}",
  "azurerm_resource_group.a.id",
])("the scope %s is an error beside assignable scopes", (wrong) => {
  const stack = checkedStack();
  raw(stack, "role", [ONE]).scope = wrong;
  expect(found(RULE, stack).map(({ level, message }) => `${level} ${message.split(";")[0]}`)).toEqual([
    `error scope "${wrong}" is not one that a role can have`,
  ]);
});

test.each(LATE_TEXTS)("%s as the scope of the role itself says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, scope);
  const role = raw(stack, "role", []);
  role.scope = text;
  role.forEach = repeated.forEach;
  if (repeated.count) role.count = repeated.count;
  expect(found(RULE, stack)).toEqual([]);
});

test("a role without assignable scopes has its own scope", () => {
  const stack = newStack();
  new CustomRole(stack, "role", { name: "Orders", scope: "/", actions: ["*/read"] });
  expect(places(RULE, stack)).toEqual(["error test/role"]);
});

test("a wildcard is an error", () => {
  const stack = newStack();
  define(stack, [`${scope}/resourceGroups/*`]);
  expect(found(RULE, stack).map(({ message }) => message.split(";")[0])).toEqual([
    `assignable scope "${scope}/resourceGroups/*" contains a "*"`,
  ]);
});

test("two management groups are an error that names both", () => {
  const stack = newStack();
  define(stack, [ONE, scope, TWO]);
  expect(found(RULE, stack).map(({ message }) => message)).toEqual([
    `2 management groups are assignable scopes, ${ONE.toLowerCase()} and ${TWO.toLowerCase()}; allowed is one; keep ` +
      "the one above the others, or define a role for each",
  ]);
});

test("management groups of the app are told apart, looked up ones can be any", () => {
  const stack = newStack();
  const group = (id: string) => new ManagementGroup(stack, id, {}).id;
  const looked = (id: string) => new DataAzurermManagementGroup(stack, id, { name: "one" }).id;
  define(stack, [looked("c"), looked("d"), group("e"), ONE], "unclear");
  define(stack, [group("a"), group("b")], "two");
  expect(found(RULE, stack).map(({ path, message }) => `${path}: ${message.split(";")[0]}`)).toEqual([
    "test/two: 2 management groups are assignable scopes, test/a and test/b",
  ]);
});

test.each(LATE_TEXTS)("%s as a scope says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, ONE);
  const role = raw(stack, "role", [ONE, text]);
  role.forEach = repeated.forEach;
  if (repeated.count) role.count = repeated.count;
  expect(found(RULE, stack)).toEqual([]);
});

test("the scopes count that a role has after overrides and setters", () => {
  const stack = newStack();
  define(stack, [ONE], "overridden").addOverride("assignable_scopes", [ONE, TWO]);
  define(stack, [ONE], "set").assignableScopes = ["/"];
  define(stack, ["/"], "mended").assignableScopes = [ONE];
  define(stack, ["/"], "unknown").addOverride("assignable_scopes", "${var.scopes}");
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
});

test("a raw role is an error, counted or not, also with groups of another stack", () => {
  const app = newApp();
  const groups = newStack("groups", app);
  const [a, b] = ["a", "b"].map((id) => new ManagementGroup(groups, id, {}).id) as [string, string];
  const stack = checkedStack("roles", app);
  raw(stack, "counted", ["/"]).count = 2;
  raw(stack, "across", [a, b]);
  expect(places(RULE, prepared(app))).toEqual(["error roles/counted", "error roles/across"]);
});
