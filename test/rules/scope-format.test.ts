import { DataAzurermSubscription } from "@cdktf/provider-azurerm/lib/data-azurerm-subscription";
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

const RULE = "scope-format";

function bind(stack: TerraformStack, id: string, scope: string) {
  const identity = { principalId: GUID, tenantId: GUID };
  return new IdentityRoleBinding(stack, id, { identity, role: Role.builtIn("Reader"), scope }).resource;
}

test.each([
  "/",
  Scope.managementGroup("orders"),
  Scope.subscription(SUBSCRIPTION),
  `${Scope.subscription(SUBSCRIPTION)}/`,
  Scope.resourceGroup(SUBSCRIPTION, "rg-orders"),
  Scope.subscription("${var.subscription}"),
  Scope.resourceGroup(SUBSCRIPTION, "${var.group}"),
  IDENTITY_ID,
  `${RESOURCE_GROUP_ID}/providers/Microsoft.Storage/storageAccounts/orders/blobServices/default/containers/a`,
  `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Features/featureProviders/a`,
  "/providers/Microsoft.Capacity",
  "/providers/Microsoft.Billing/billingAccounts/1234/enrollmentAccounts/5678",
])("the scope %s is accepted", (scope) => {
  const stack = newStack();
  bind(stack, "binding", scope);
  expect(found(RULE, stack)).toEqual([]);
});

test("ids of resources and of the current subscription are accepted", () => {
  const stack = newStack();
  bind(stack, "group", new ResourceGroup(stack, "rg", { name: "rg", location: "westeurope" }).id);
  bind(stack, "subscription", Scope.currentSubscription(stack));
  const looked = new DataAzurermSubscription(stack, "looked-up", { subscriptionId: SUBSCRIPTION });
  bind(stack, "composed", Scope.resourceGroup(looked.subscriptionId, "rg"));
  expect(found(RULE, stack)).toEqual([]);
});

test("the name of a group in place of its id is an error that says what scopes look like", () => {
  const stack = newStack();
  bind(stack, "binding", "rg-orders");
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/binding",
      address: "azurerm_role_assignment.binding",
      message:
        'scope "rg-orders" is not an id that Azure knows as a scope; allowed are "/", ' +
        "/providers/Microsoft.Management/managementGroups/<name>, /subscriptions/<guid>, " +
        "/subscriptions/<guid>/resourceGroups/<group> and ids of resources below those; pass the id of a resource, or " +
        "one of Scope.subscription, Scope.resourceGroup, Scope.managementGroup",
    },
  ]);
});

test.each([
  "",
  SUBSCRIPTION,
  `subscriptions/${SUBSCRIPTION}`,
  "subscriptions/${var.subscription}",
  "/subscriptions/production",
  `/subscriptions/${SUBSCRIPTION}/resourceGroups`,
  `/subscriptions/${SUBSCRIPTION}/resourceGroups/`,
  `/subscriptions/${SUBSCRIPTION}//resourceGroups/rg`,
  `${RESOURCE_GROUP_ID}/storageAccounts/orders`,
  "/resourceGroups/rg-orders",
  "/providers/Microsoft.Management/managementGroups",
  "https://orders.vault.azure.net/secrets/a",
])("the scope %j is an error", (scope) => {
  const stack = newStack();
  bind(stack, "binding", scope);
  expect(places(RULE, stack)).toEqual(["error test/binding"]);
});

test.each([
  ["azurerm_storage_account.a", "primary_blob_endpoint"],
  ["azurerm_storage_account.a", "primary_connection_string"],
  ["azurerm_user_assigned_identity.a", "principal_id"],
  ["azurerm_linux_virtual_machine.a", "identity[0].principal_id"],
  ["azurerm_key_vault.a", "vault_uri"],
  ["azurerm_resource_group.a", "name"],
  ["azurerm_key_vault.a", "resource_group_name"],
  ["azapi_resource.a", "location"],
  ["azuread_service_principal.a", "object_id"],
  ["data.azurerm_client_config.a", "subscription_id"],
  ["data.azurerm_subscription.a", "tenant_id"],
])("of %s, the %s is an error that names it", (address, attribute) => {
  const stack = checkedStack();
  rawBinding(stack, "raw", { scope: `\${${address}.${attribute}}` });
  expect(found(RULE, stack).map(({ level, message }) => `${level} ${message.split(";")[0]}`)).toEqual([
    `error scope "\${${address}.${attribute}}" takes the ${attribute} of ${address}, which is not an id that Azure knows as a scope`,
  ]);
});

test("an attribute that is no id is an error also with text behind it, and with a name that the app states", () => {
  const stack = newStack();
  const group = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
  bind(stack, "name", group.name);
  bind(stack, "endpoint", "${azurerm_storage_account.a.primary_blob_endpoint}orders");
  expect(found(RULE, stack).map(({ path, message }) => `${path}: ${message.split(",")[0]}`)).toEqual([
    'test/name: scope "${azurerm_resource_group.group.name}" takes the name of azurerm_resource_group.group',
    'test/endpoint: scope "${azurerm_storage_account.a.primary_blob_endpoint}orders" takes the primary_blob_endpoint of ' +
      "azurerm_storage_account.a",
  ]);
});

test.each([
  "${azurerm_subscription_policy_assignment.a.subscription_id}",
  "${azurerm_storage_container.a.resource_manager_id}",
  "${azurerm_role_assignment.a.scope}",
  "${azurerm_resource_group.a.tags.name}",
  "${azurerm_kubernetes_cluster.a.node_resource_group_id}",
  "${data.azurerm_resources.a.resources[0].id}",
  "${data.terraform_remote_state.other.outputs.name}",
  "${random_pet.a.name}",
  "/subscriptions/${data.azurerm_client_config.a.subscription_id}",
])("the scope %s is accepted, as it may be an id", (scope) => {
  const stack = checkedStack();
  rawBinding(stack, "raw", { scope });
  expect(found(RULE, stack)).toEqual([]);
});

test.each([
  `${RESOURCE_GROUP_ID} `,
  ` ${RESOURCE_GROUP_ID}`,
  `${RESOURCE_GROUP_ID} /`,
  "${azurerm_resource_group.a.id} ",
  " ${azurerm_resource_group.a.id}",
  `${Scope.managementGroup("orders")}\n`,
  Scope.resourceGroup(SUBSCRIPTION, "rg orders"),
])("the scope %j is an error, as no id has white space there", (scope) => {
  const stack = newStack();
  bind(stack, "binding", scope);
  expect(places(RULE, stack)).toEqual(["error test/binding"]);
});

test("white space in the name of a resource is accepted", () => {
  const stack = newStack();
  bind(stack, "binding", `${RESOURCE_GROUP_ID}/providers/Microsoft.Insights/workbooks/our orders`);
  expect(found(RULE, stack)).toEqual([]);
});

test("the text of an address is left to the rule about quoted references", () => {
  const stack = newStack();
  bind(stack, "binding", "azurerm_resource_group.orders.id");
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as a scope says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, RESOURCE_GROUP_ID);
  rawBinding(stack, "raw", { scope: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("a lazy scope is checked when it is there", () => {
  const stack = newStack();
  bind(stack, "binding", Lazy.stringValue({ produce: () => "rg-orders" }));
  expect(places(RULE, stack)).toEqual(["error test/binding"]);
});

test("the scope counts that a binding has after overrides and setters", () => {
  const stack = newStack();
  bind(stack, "mended", "rg").addOverride("scope", RESOURCE_GROUP_ID);
  bind(stack, "reset", "rg").scope = RESOURCE_GROUP_ID;
  bind(stack, "overridden", RESOURCE_GROUP_ID).addOverride("scope", "rg");
  bind(stack, "set", RESOURCE_GROUP_ID).scope = "rg";
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
});

test("a raw binding is an error, counted or not, by override and by setter too", () => {
  const stack = checkedStack();
  rawBinding(stack, "counted", { scope: "rg", count: TerraformCount.of(2) });
  rawBinding(stack, "overridden").addOverride("scope", "rg");
  rawBinding(stack, "set").scope = "rg";
  rawBinding(stack, "mended", { scope: "rg" }).addOverride("scope", RESOURCE_GROUP_ID);
  expect(places(RULE, stack)).toEqual(["error test/counted", "error test/overridden", "error test/set"]);
});

test("the id of a group of another stack is accepted, its name is not", () => {
  const app = newApp();
  const group = new ResourceGroup(newStack("groups", app), "rg", { name: "rg", location: "westeurope" });
  const stack = newStack("access", app);
  bind(stack, "good", group.id);
  bind(stack, "bad", group.name);
  expect(places(RULE, prepared(app))).toEqual(["error access/bad"]);
});
