import { DataAzurermSubscription } from "@cdktf/provider-azurerm/lib/data-azurerm-subscription";
import { ManagementGroup } from "@cdktf/provider-azurerm/lib/management-group";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { Lazy, TerraformCount, type TerraformStack } from "cdktf";
import { IdentityRoleBinding, Role, Scope, UserAssignedIdentity } from "cdktf-azure-identity";
import { GROUP, GUID, newApp, newStack, SUBSCRIPTION } from "../support";
import {
  checkedStack,
  found,
  LATE_TEXTS,
  places,
  prepared,
  READER_ID,
  RESOURCE_GROUP_ID,
  rawBinding,
} from "./support";

const RULE = "role-definition-prefix";
const GUID_OF_READER = READER_ID.slice(-36);
const TENANT_FORM = `/providers/Microsoft.Authorization/roleDefinitions/${GUID_OF_READER}`;
const OTHER_SUBSCRIPTION = `/subscriptions/${GUID}`;
const MANAGEMENT_GROUP = Scope.managementGroup("orders");

function bind(stack: TerraformStack, id: string, scope: string) {
  const identity = { principalId: GUID, tenantId: GUID };
  return new IdentityRoleBinding(stack, id, { identity, role: Role.builtIn("Reader"), scope }).resource;
}

function newGroup(stack: TerraformStack): ResourceGroup {
  return new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
}

test("what bindings of the library write is accepted at every scope", () => {
  const stack = newStack();
  const scopes = [
    "/",
    MANAGEMENT_GROUP,
    Scope.subscription(SUBSCRIPTION),
    RESOURCE_GROUP_ID,
    newGroup(stack).id,
    Scope.currentSubscription(stack),
    new ManagementGroup(stack, "mg", {}).id,
    `/subscriptions/\${var.subscription}/resourceGroups/rg`,
  ];
  for (const [at, scope] of scopes.entries()) bind(stack, `binding-${at}`, scope);
  expect(found(RULE, stack)).toEqual([]);
});

test("the form of the tenant in a subscription is an error with the id to write", () => {
  const stack = newStack();
  bind(stack, "binding", RESOURCE_GROUP_ID).addOverride("role_definition_id", TENANT_FORM);
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/binding",
      address: "azurerm_role_assignment.binding",
      message:
        `role definition id "${TENANT_FORM}" does not begin as Azure reports it for scope "${RESOURCE_GROUP_ID}"; ` +
        `allowed is ${READER_ID}; write that, or bind with IdentityRoleBinding, which does`,
    },
  ]);
});

test.each([
  ["another subscription", RESOURCE_GROUP_ID, OTHER_SUBSCRIPTION + TENANT_FORM],
  ["a resource group", RESOURCE_GROUP_ID, RESOURCE_GROUP_ID + TENANT_FORM],
  ["a subscription, at a management group", MANAGEMENT_GROUP, READER_ID],
  ["a subscription, at the root", "/", READER_ID],
  ["the tenant, in a subscription named by a variable", `${RESOURCE_GROUP_ID}\${var.suffix}`, TENANT_FORM],
  [
    "the tenant, with a variable at the end",
    RESOURCE_GROUP_ID,
    TENANT_FORM.replace(GUID_OF_READER, "${var.role}"),
  ],
  [
    "a subscription, at a management group of a variable",
    "/providers/Microsoft.Management/managementGroups/${var.group}",
    READER_ID,
  ],
  ["a variable subscription, at the root", "/", `/subscriptions/\${var.subscription}${TENANT_FORM}`],
])("an id with the beginning of %s is a warning on a raw binding", (_, scope, roleDefinitionId) => {
  const stack = checkedStack();
  rawBinding(stack, "raw", { scope, roleDefinitionId });
  expect(places(RULE, stack)).toEqual(["warning test/raw"]);
});

test.each([
  ["another case", RESOURCE_GROUP_ID.toUpperCase(), READER_ID],
  ["a slash at the end of the scope", `${RESOURCE_GROUP_ID}/`, READER_ID.toUpperCase()],
  ["a variable at the start", RESOURCE_GROUP_ID, `\${var.prefix}${TENANT_FORM}`],
  ["a variable subscription", RESOURCE_GROUP_ID, `/subscriptions/\${var.subscription}${TENANT_FORM}`],
  ["a variable scope", "${var.scope}", TENANT_FORM],
  ["a scope in a variable subscription", "/subscriptions/${var.subscription}", READER_ID],
  [
    "something below a management group",
    `${MANAGEMENT_GROUP}/providers/Microsoft.Authorization/policyAssignments/a`,
    READER_ID,
  ],
  ["a billing scope", "/providers/Microsoft.Billing/billingAccounts/1234", READER_ID],
  ["text that is no id", RESOURCE_GROUP_ID, "Reader"],
  ["a bare GUID, which is no id either", RESOURCE_GROUP_ID, GUID_OF_READER],
])("%s is accepted", (_, scope, roleDefinitionId) => {
  const stack = checkedStack();
  rawBinding(stack, "raw", { scope, roleDefinitionId });
  expect(found(RULE, stack)).toEqual([]);
});

test("of a resource the type tells that it lies in a subscription, and of a management group that it does not", () => {
  const stack = checkedStack();
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
  const scopes = {
    group: newGroup(stack).id,
    subscription: new DataAzurermSubscription(stack, "looked-up", {}).id,
    resource: identity.id,
    management: new ManagementGroup(stack, "mg", {}).id,
    azapi: "${azapi_resource.a.id}",
    attribute: identity.clientId,
  };
  for (const [id, scope] of Object.entries(scopes)) {
    rawBinding(stack, `${id}-tenant`, { scope, roleDefinitionId: TENANT_FORM });
    rawBinding(stack, `${id}-subscription`, {
      scope,
      roleDefinitionId: `${OTHER_SUBSCRIPTION}${TENANT_FORM}`,
    });
  }
  expect(places(RULE, stack)).toEqual([
    "warning test/group-tenant",
    "warning test/group-subscription",
    "warning test/subscription-tenant",
    "warning test/subscription-subscription",
    "warning test/resource-tenant",
    "warning test/management-subscription",
  ]);
});

test("an id is accepted whose changes the resource ignores", () => {
  const stack = checkedStack();
  const wrong = { roleDefinitionId: TENANT_FORM };
  rawBinding(stack, "all", { ...wrong, lifecycle: { ignoreChanges: "all" } });
  rawBinding(stack, "listed", { ...wrong, lifecycle: { ignoreChanges: ["role_definition_id"] } });
  rawBinding(stack, "other", { ...wrong, lifecycle: { ignoreChanges: ["description"] } });
  expect(places(RULE, stack)).toEqual(["warning test/other"]);
});

test.each(LATE_TEXTS)("%s as an id says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, READER_ID);
  rawBinding(stack, "raw", { roleDefinitionId: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as a scope says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, RESOURCE_GROUP_ID);
  rawBinding(stack, "raw", { scope: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("a lazy id is checked when it is there", () => {
  const stack = checkedStack();
  rawBinding(stack, "raw", { roleDefinitionId: Lazy.stringValue({ produce: () => TENANT_FORM }) });
  expect(places(RULE, stack)).toEqual(["warning test/raw"]);
});

test("scope and id count that a binding has after overrides and setters", () => {
  const stack = newStack();
  bind(stack, "followed", RESOURCE_GROUP_ID).scope = MANAGEMENT_GROUP;
  bind(stack, "overridden", RESOURCE_GROUP_ID).addOverride("role_definition_id", TENANT_FORM);
  bind(stack, "set", MANAGEMENT_GROUP).roleDefinitionId = READER_ID;
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
});

test("a raw binding is a warning, counted or not, by override and by setter too", () => {
  const stack = checkedStack();
  rawBinding(stack, "counted", { roleDefinitionId: TENANT_FORM, count: TerraformCount.of(2) });
  rawBinding(stack, "overridden").addOverride("scope", MANAGEMENT_GROUP);
  rawBinding(stack, "set").roleDefinitionId = TENANT_FORM;
  rawBinding(stack, "mended", { roleDefinitionId: TENANT_FORM }).scope = MANAGEMENT_GROUP;
  expect(places(RULE, stack)).toEqual([
    "warning test/counted",
    "warning test/overridden",
    "warning test/set",
  ]);
});

test("a group of another stack lies in a subscription", () => {
  const app = newApp();
  const group = newGroup(newStack("groups", app));
  const stack = checkedStack("access", app);
  bind(stack, "good", group.id);
  rawBinding(stack, "bad", { scope: group.id, roleDefinitionId: TENANT_FORM });
  expect(places(RULE, prepared(app))).toEqual(["warning access/bad"]);
});
