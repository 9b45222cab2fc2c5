import { ManagementGroup } from "@cdktf/provider-azurerm/lib/management-group";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { RoleDefinition } from "@cdktf/provider-azurerm/lib/role-definition";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { TerraformCount, type TerraformStack } from "cdktf";
import {
  CustomRole,
  type CustomRoleProps,
  IdentityRoleBinding,
  type Role,
  Scope,
} from "cdktf-azure-identity";
import { GUID, newApp, newStack, SUBSCRIPTION } from "../support";
import { checkedStack, found, LATE_TEXTS, places, prepared, RESOURCE_GROUP_ID, rawBinding } from "./support";

const RULE = "role-not-assignable";
const HERE = Scope.subscription(SUBSCRIPTION);
const ELSEWHERE = Scope.subscription(GUID);
const MANAGEMENT_GROUP = Scope.managementGroup("orders");
const DATA = { dataActions: ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read"] };

function define(stack: TerraformStack, props: Partial<CustomRoleProps> = {}, id = "role"): Role {
  const actions = ["Microsoft.Compute/virtualMachines/start/action"];
  return new CustomRole(stack, id, { name: `Orders ${id}`, scope: HERE, actions, ...props }).role;
}

function bind(stack: TerraformStack, id: string, role: Role, scope: string) {
  const identity = { principalId: GUID, tenantId: GUID };
  return new IdentityRoleBinding(stack, id, { identity, role, scope }).resource;
}

function newGroup(stack: TerraformStack, id = "rg"): ResourceGroup {
  return new ResourceGroup(stack, id, { name: `${id}-orders`, location: "westeurope" });
}

test("a role can be given at its scope and below, in any case", () => {
  const stack = newStack();
  const role = define(stack);
  bind(stack, "subscription", role, `${HERE.toUpperCase()}/`);
  bind(stack, "group", role, RESOURCE_GROUP_ID);
  bind(stack, "made", role, newGroup(stack).id);
  expect(found(RULE, stack)).toEqual([]);
});

test("a scope outside is an error that names the assignable ones", () => {
  const stack = newStack();
  bind(stack, "binding", define(stack), `${ELSEWHERE}/resourceGroups/rg`);
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/binding",
      address: "azurerm_role_assignment.binding",
      message:
        `the role of test/role cannot be given at scope "${ELSEWHERE}/resourceGroups/rg"; allowed are its assignable ` +
        `scopes and below, ${HERE}; add the scope to assignable_scopes, or bind the role in one of those`,
    },
  ]);
});

test.each([
  ["the root", "/"],
  ["a management group", MANAGEMENT_GROUP],
  ["a subscription above", HERE],
  ["a group whose name goes on", `${RESOURCE_GROUP_ID}10`],
  ["a group of another subscription", `${ELSEWHERE}/resourceGroups/rg-orders`],
  ["a group of another subscription with a variable", `${ELSEWHERE}/resourceGroups/\${var.name}`],
])("of a role for one group %s is outside", (_, scope) => {
  const stack = newStack();
  bind(stack, "binding", define(stack, { assignableScopes: [RESOURCE_GROUP_ID] }), scope);
  expect(places(RULE, stack)).toEqual(["error test/binding"]);
});

test("groups of the app and what is in them are compared by name and by the provider's subscription", () => {
  const stack = newStack();
  const group = newGroup(stack);
  const other = newGroup(stack, "other-rg");
  const role = define(stack, { assignableScopes: [group.id] });
  const account = (id: string, resourceGroupName: string) =>
    new StorageAccount(stack, id, {
      ...{ accountTier: "Standard", accountReplicationType: "LRS", location: "westeurope" },
      ...{ name: id, resourceGroupName },
    }).id;
  bind(stack, "group", role, group.id);
  bind(stack, "account", role, account("a", group.name));
  bind(stack, "other", role, other.id);
  bind(stack, "other-account", role, account("b", other.name));
  expect(places(RULE, stack)).toEqual(["error test/other", "error test/other-account"]);
});

test("a resource may be the assignable one when only its group is known", () => {
  const stack = newStack();
  const group = newGroup(stack);
  const account = new StorageAccount(stack, "a", {
    ...{ accountTier: "Standard", accountReplicationType: "LRS", location: "westeurope" },
    ...{ name: "orders", resourceGroupName: group.name },
  });
  const id = `${HERE}/resourceGroups/rg-orders/providers/Microsoft.Storage/storageAccounts/orders`;
  bind(stack, "binding", define(stack, { assignableScopes: [id] }), account.id);
  expect(found(RULE, stack)).toEqual([]);
});

test.each([
  ["a management group", [MANAGEMENT_GROUP]],
  ["a subscription and a management group", [HERE, MANAGEMENT_GROUP]],
  ["a variable", ["${var.scope}"]],
  ["one known and one not", [HERE, "${var.scope}"]],
  ["something that is no scope", ["rg-orders"]],
])("of a role for %s nothing is said", (_, assignableScopes) => {
  const stack = newStack();
  bind(stack, "binding", define(stack, { assignableScopes }), ELSEWHERE);
  expect(found(RULE, stack)).toEqual([]);
});

test("a list of scopes that is one expression is not known", () => {
  const stack = checkedStack();
  const raw = new RoleDefinition(stack, "role", { name: "Orders", scope: HERE });
  raw.addOverride("assignable_scopes", "${var.scopes}");
  rawBinding(stack, "raw", { scope: ELSEWHERE, roleDefinitionId: raw.roleDefinitionResourceId });
  expect(found(RULE, stack)).toEqual([]);
});

test("data actions at a management group are an error, in subscriptions they are not", () => {
  const stack = newStack();
  const assignable = { ...DATA, assignableScopes: [MANAGEMENT_GROUP] };
  const role = define(stack, assignable);
  bind(stack, "subscription", role, HERE);
  bind(stack, "written", role, MANAGEMENT_GROUP);
  bind(stack, "below", role, `${MANAGEMENT_GROUP}/providers/Microsoft.Authorization/policyAssignments/a`);
  bind(stack, "made", role, new ManagementGroup(stack, "mg", {}).id);
  bind(
    stack,
    "control",
    define(stack, { assignableScopes: [MANAGEMENT_GROUP] }, "control-role"),
    MANAGEMENT_GROUP,
  );
  expect(places(RULE, stack)).toEqual(["error test/written", "error test/made"]);
  expect(found(RULE, stack)[0]?.message).toBe(
    `the role of test/role has data actions and is bound at management group "${MANAGEMENT_GROUP}"; allowed are ` +
      "subscriptions and below; bind it at the subscriptions of the group, or take the data actions out of the role",
  );
});

test.each(LATE_TEXTS)("%s as a scope says nothing", (_, make) => {
  const stack = newStack();
  const role = define(stack);
  const { text, repeated } = make(stack, RESOURCE_GROUP_ID);
  const identity = { principalId: GUID, tenantId: GUID };
  new IdentityRoleBinding(stack, "ours", { identity, role, scope: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("the scopes count that binding and role have after overrides and setters", () => {
  const stack = newStack();
  const custom = new CustomRole(stack, "role", { name: "Orders", scope: HERE, actions: ["*/read"] });
  bind(stack, "overridden", custom.role, HERE).addOverride("scope", ELSEWHERE);
  bind(stack, "set", custom.role, HERE).scope = ELSEWHERE;
  bind(stack, "mended", custom.role, ELSEWHERE).scope = HERE;
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
  custom.resource.assignableScopes = [HERE, ELSEWHERE];
  expect(found(RULE, stack)).toEqual([]);
});

test("a raw binding of a raw role is an error, counted or not, by each way to refer to it", () => {
  const stack = checkedStack();
  const raw = new RoleDefinition(stack, "role", { name: "Orders", scope: HERE });
  const prefix = `${ELSEWHERE}/providers/Microsoft.Authorization/roleDefinitions/`;
  rawBinding(stack, "counted", {
    scope: ELSEWHERE,
    roleDefinitionId: raw.roleDefinitionResourceId,
    count: TerraformCount.of(2),
  });
  rawBinding(stack, "guid", { scope: ELSEWHERE, roleDefinitionId: prefix + raw.roleDefinitionId });
  rawBinding(stack, "looked-up", {
    scope: ELSEWHERE,
    roleDefinitionId: "${data.azurerm_role_definition.a.role_definition_resource_id}",
  });
  expect(places(RULE, stack)).toEqual(["error test/counted", "error test/guid"]);
});

test("a role of another stack is known, and so is a group", () => {
  const app = newApp();
  const shared = newStack("shared", app);
  const role = define(shared, { assignableScopes: [newGroup(shared).id] });
  const stack = newStack("access", app);
  bind(stack, "good", role, `${HERE}/resourceGroups/rg-orders`);
  bind(stack, "bad", role, newGroup(stack, "other-rg").id);
  expect(places(RULE, prepared(app))).toEqual(["error access/bad"]);
});

test("scopes that others may add to are not judged", () => {
  const stack = newStack();
  const custom = new CustomRole(stack, "role", {
    name: "Orders",
    scope: HERE,
    actions: ["Microsoft.Compute/virtualMachines/start/action"],
    lifecycle: { ignoreChanges: ["assignable_scopes"] },
  });
  bind(stack, "binding", custom.role, `${ELSEWHERE}/resourceGroups/rg`);
  expect(found(RULE, stack)).toEqual([]);
});
