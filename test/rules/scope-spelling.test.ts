import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { Lazy, TerraformCount, type TerraformStack } from "cdktf";
import { IdentityRoleBinding, Role, Scope } from "cdktf-azure-identity";
import { GUID, newApp, newStack, SUBSCRIPTION } from "../support";
import {
  checkedStack,
  found,
  IDENTITY_ID,
  LATE_TEXTS,
  places,
  prepared,
  RESOURCE_GROUP_ID,
  rawBinding,
} from "./support";

const RULE = "scope-spelling";
const SMALL = RESOURCE_GROUP_ID.replace("resourceGroups", "resourcegroups");

function bind(stack: TerraformStack, id: string, scope: string) {
  const identity = { principalId: GUID, tenantId: GUID };
  return new IdentityRoleBinding(stack, id, { identity, role: Role.builtIn("Reader"), scope }).resource;
}

test.each([
  "/",
  Scope.managementGroup("orders"),
  Scope.subscription(SUBSCRIPTION),
  RESOURCE_GROUP_ID,
  IDENTITY_ID,
  Scope.resourceGroup("${var.subscription}", "${var.group}"),
  "${var.prefix}/",
  "${data.external.scopes.result.prefix}/",
  "/${var.rest}",
  "${data.azurerm_subscription.current.id}/resourceGroups/rg-orders",
  IDENTITY_ID.toLowerCase(),
  Scope.subscription(SUBSCRIPTION).toUpperCase(),
])("the scope %s is accepted", (scope) => {
  const stack = checkedStack();
  rawBinding(stack, "raw", { scope });
  expect(found(RULE, stack)).toEqual([]);
});

test("a slash at the end is an error that says what happens and what to write", () => {
  const stack = newStack();
  bind(stack, "binding", `${RESOURCE_GROUP_ID}/`);
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/binding",
      address: "azurerm_role_assignment.binding",
      message:
        `scope "${RESOURCE_GROUP_ID}/" is not written as it is reported, and the role assignment is replaced at every ` +
        `plan; allowed is "${RESOURCE_GROUP_ID}"; write that, or pass the id of the resource as it is`,
    },
  ]);
});

test.each([
  [`${Scope.subscription(SUBSCRIPTION)}/`, Scope.subscription(SUBSCRIPTION)],
  [`${Scope.managementGroup("orders")}/`, Scope.managementGroup("orders")],
  [SMALL, RESOURCE_GROUP_ID],
  [`${SMALL}/`, RESOURCE_GROUP_ID],
  [RESOURCE_GROUP_ID.replace("subscriptions", "Subscriptions"), RESOURCE_GROUP_ID],
  [`${IDENTITY_ID}/`, IDENTITY_ID],
  ["${azurerm_storage_account.a.id}/", "${azurerm_storage_account.a.id}"],
  [
    "${var.group}/providers/Microsoft.Storage/${var.rest}/",
    "${var.group}/providers/Microsoft.Storage/${var.rest}",
  ],
  [
    "${data.azurerm_subscription.a.id}/resourcegroups/rg",
    "${data.azurerm_subscription.a.id}/resourceGroups/rg",
  ],
  ["/subscriptions/${var.a}/resourcegroups/${var.b}", "/subscriptions/${var.a}/resourceGroups/${var.b}"],
])("the scope %s is to be %s", (scope, right) => {
  const stack = checkedStack();
  rawBinding(stack, "raw", { scope });
  expect(found(RULE, stack).map(({ level, message }) => [level, message.split("; ")[1]])).toEqual([
    ["warning", `allowed is "${right}"`],
  ]);
});

test.each([
  "rg-orders/",
  "${azurerm_storage_account.a.primary_blob_endpoint}orders/",
  `${SMALL} `,
])("the scope %s is left to the rule about its format", (scope) => {
  const stack = checkedStack();
  rawBinding(stack, "raw", { scope });
  expect(found(RULE, stack)).toEqual([]);
  expect(places("scope-format", stack)).toEqual(["error test/raw"]);
});

test("a scope is accepted whose changes the resource ignores", () => {
  const stack = checkedStack();
  rawBinding(stack, "all", { scope: SMALL, lifecycle: { ignoreChanges: "all" } });
  rawBinding(stack, "listed", { scope: SMALL, lifecycle: { ignoreChanges: ["scope"] } });
  rawBinding(stack, "other", { scope: SMALL, lifecycle: { ignoreChanges: ["description"] } });
  expect(places(RULE, stack)).toEqual(["warning test/other"]);
});

test.each(LATE_TEXTS)("%s as a scope says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, RESOURCE_GROUP_ID);
  rawBinding(stack, "raw", { scope: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("a lazy scope is checked when it is there", () => {
  const stack = newStack();
  bind(stack, "binding", Lazy.stringValue({ produce: () => SMALL }));
  expect(places(RULE, stack)).toEqual(["error test/binding"]);
});

test("the scope counts that a binding has after overrides and setters, raw or not, counted or not", () => {
  const stack = newStack();
  bind(stack, "mended", SMALL).addOverride("scope", RESOURCE_GROUP_ID);
  bind(stack, "overridden", RESOURCE_GROUP_ID).addOverride("scope", SMALL);
  bind(stack, "set", RESOURCE_GROUP_ID).scope = SMALL;
  rawBinding(stack, "counted", { scope: SMALL, count: TerraformCount.of(2) });
  rawBinding(stack, "reset", { scope: SMALL }).scope = RESOURCE_GROUP_ID;
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set", "warning test/counted"]);
});

test("the id of a group of another stack is accepted, with a slash behind it it is not", () => {
  const app = newApp();
  const group = new ResourceGroup(newStack("groups", app), "rg", { name: "rg", location: "westeurope" });
  const stack = newStack("access", app);
  bind(stack, "good", group.id);
  bind(stack, "bad", `${group.id}/`);
  expect(places(RULE, prepared(app))).toEqual(["error access/bad"]);
});
