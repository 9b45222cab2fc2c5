import { DataAzurermRoleDefinition } from "@cdktf/provider-azurerm/lib/data-azurerm-role-definition";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { RoleDefinition } from "@cdktf/provider-azurerm/lib/role-definition";
import { Lazy, TerraformCount, TerraformIterator, type TerraformStack, TerraformVariable } from "cdktf";
import { IdentityRoleBinding, Role, UserAssignedIdentity, VmWithSystemIdentity } from "cdktf-azure-identity";
import { GROUP, GUID, newApp, newStack } from "../support";
import {
  checkedStack,
  found,
  LATE_TEXTS,
  places,
  prepared,
  READER_ID,
  RESOURCE_GROUP_ID,
  rawBinding,
  VM,
} from "./support";

const RULE = "duplicate-role-binding";
const READER = Role.builtIn("Reader");
const READER_GUID = READER_ID.slice(-36);
const OTHER_GUID = GUID.replace("aaaaaaaa", "bbbbbbbb");
const OTHER_SCOPE = `${RESOURCE_GROUP_ID}-other`;

function newIdentity(stack: TerraformStack): UserAssignedIdentity {
  return new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
}

test("another principal, role or scope makes another binding", () => {
  const stack = newStack();
  const identity = newIdentity(stack);
  identity.assignRole("one", READER, RESOURCE_GROUP_ID);
  identity.assignRole("role", Role.builtIn("Contributor"), RESOURCE_GROUP_ID);
  identity.assignRole("scope", READER, OTHER_SCOPE);
  const other = { principalId: OTHER_GUID, tenantId: GUID };
  new IdentityRoleBinding(stack, "principal", { identity: other, role: READER, scope: RESOURCE_GROUP_ID });
  expect(found(RULE, stack)).toEqual([]);
});

test("a role that is bound twice is an error at the second binding that names the first", () => {
  const stack = newStack();
  const identity = newIdentity(stack);
  identity.assignRole("one", READER, RESOURCE_GROUP_ID);
  new IdentityRoleBinding(stack, "two", { identity, role: READER, scope: RESOURCE_GROUP_ID });
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/two",
      address: "azurerm_role_assignment.two",
      message:
        'role "Reader" for principal "${azurerm_user_assigned_identity.identity.principal_id}" at scope ' +
        '"/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-orders" is bound by test/identity/one ' +
        "too; allowed is once; remove one of the two",
    },
  ]);
});

test("ways to write one scope, one role and one principal are the same", () => {
  const stack = checkedStack();
  const byName = { roleDefinitionId: undefined, roleDefinitionName: "READER" };
  rawBinding(stack, "first");
  rawBinding(stack, "scope", { scope: `${RESOURCE_GROUP_ID.toUpperCase()}/` });
  rawBinding(stack, "principal", { principalId: GUID.toUpperCase() });
  rawBinding(stack, "name", byName);
  rawBinding(stack, "tenant-form", {
    roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${READER_GUID.toUpperCase()}`,
  });
  rawBinding(stack, "prefix", {
    roleDefinitionId: `\${local.prefix}/providers/Microsoft.Authorization/roleDefinitions/${READER_GUID}`,
  });
  rawBinding(stack, "condition", { condition: "${local.condition}", conditionVersion: "2.0" });
  expect(places(RULE, stack)).toEqual([
    "error test/scope",
    "error test/principal",
    "error test/name",
    "error test/tenant-form",
    "error test/prefix",
    "error test/condition",
  ]);
});

test("roles of the tenant are compared by reference or by name", () => {
  const stack = checkedStack();
  const own = new RoleDefinition(stack, "own", { name: "Own", scope: RESOURCE_GROUP_ID });
  const looked = new DataAzurermRoleDefinition(stack, "looked-up", { name: "Other" });
  rawBinding(stack, "a", { roleDefinitionId: own.roleDefinitionResourceId });
  rawBinding(stack, "b", { roleDefinitionId: looked.id });
  rawBinding(stack, "c", { roleDefinitionId: undefined, roleDefinitionName: "Third" });
  expect(found(RULE, stack)).toEqual([]);
  rawBinding(stack, "d", { roleDefinitionId: own.roleDefinitionResourceId });
  rawBinding(stack, "e", { roleDefinitionId: undefined, roleDefinitionName: "third" });
  expect(found(RULE, stack).map(({ message }) => message.split(" for ")[0])).toEqual([
    'role "${azurerm_role_definition.own.role_definition_resource_id}"',
    'role "third"',
  ]);
});

test("of a raw binding and one of the library the latter is found", () => {
  const stack = newStack();
  const identity = { principalId: GUID, tenantId: GUID };
  new IdentityRoleBinding(stack, "ours", { identity, role: READER, scope: RESOURCE_GROUP_ID });
  rawBinding(stack, "raw");
  expect(places(RULE, stack)).toEqual(["error test/ours"]);
});

test.each(LATE_TEXTS)("%s as one of two principals, scopes or roles says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, OTHER_SCOPE);
  rawBinding(stack, "literal");
  rawBinding(stack, "scope", { scope: text, ...repeated });
  rawBinding(stack, "principal", { principalId: text, ...repeated });
  rawBinding(stack, "role", { roleDefinitionId: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("what one variable says is the same twice, what two say need not be", () => {
  const stack = checkedStack();
  const principal = (id: string) => new TerraformVariable(stack, id, { type: "string" }).stringValue;
  const [one, two] = [principal("principal-one"), principal("principal-two")];
  rawBinding(stack, "a", { principalId: one });
  rawBinding(stack, "b", { principalId: two });
  expect(found(RULE, stack)).toEqual([]);
  rawBinding(stack, "c", { principalId: two });
  expect(places(RULE, stack)).toEqual(["error test/c"]);
});

test("a lazy scope is compared when it is there", () => {
  const stack = checkedStack();
  rawBinding(stack, "a");
  rawBinding(stack, "b", { scope: Lazy.stringValue({ produce: () => RESOURCE_GROUP_ID }) });
  expect(places(RULE, stack)).toEqual(["error test/b"]);
});

test("bindings are compared as they are after overrides and setters", () => {
  const stack = newStack();
  const identity = newIdentity(stack);
  const bind = (id: string, scope: string) => identity.assignRole(id, READER, scope).resource;
  bind("one", RESOURCE_GROUP_ID);
  bind("mended", RESOURCE_GROUP_ID).addOverride("scope", OTHER_SCOPE);
  bind("reset", RESOURCE_GROUP_ID).principalId = OTHER_GUID;
  expect(found(RULE, stack)).toEqual([]);
  bind("overridden", `${OTHER_SCOPE}-a`).addOverride("scope", RESOURCE_GROUP_ID);
  bind("set", `${OTHER_SCOPE}-b`).scope = RESOURCE_GROUP_ID;
  expect(places(RULE, stack)).toEqual(["error test/identity/overridden", "error test/identity/set"]);
});

test("raw bindings are compared as they are after overrides and setters", () => {
  const stack = checkedStack();
  rawBinding(stack, "one");
  rawBinding(stack, "mended").addOverride("principal_id", OTHER_GUID);
  rawBinding(stack, "overridden", { scope: `${OTHER_SCOPE}-a` }).addOverride("scope", RESOURCE_GROUP_ID);
  rawBinding(stack, "set", { scope: `${OTHER_SCOPE}-b` }).scope = RESOURCE_GROUP_ID;
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
});

test("repeated bindings are compared with nothing", () => {
  const stack = newStack();
  const identity = newIdentity(stack);
  const props = { identity, role: READER, scope: RESOURCE_GROUP_ID };
  new IdentityRoleBinding(stack, "one", props);
  new IdentityRoleBinding(stack, "counted", { ...props, count: TerraformCount.of(1) });
  new IdentityRoleBinding(stack, "each", { ...props, forEach: TerraformIterator.fromList(["a"]) });
  expect(found(RULE, stack)).toEqual([]);
});

test("bindings of one identity in different stacks are compared", () => {
  const app = newApp();
  const shared = newStack("shared", app);
  const group = new ResourceGroup(shared, "group", { name: "rg", location: "westeurope" });
  const identity = newIdentity(shared);
  identity.assignRole("one", READER, group.id);
  const props = { identity, role: READER };
  new IdentityRoleBinding(newStack("a", app), "two", { ...props, scope: group.id });
  new IdentityRoleBinding(newStack("b", app), "other", { ...props, scope: OTHER_SCOPE });
  expect(places(RULE, prepared(app))).toEqual(["error a/two"]);
});

test("literals that are equal are the same binding in any stack", () => {
  const app = newApp();
  rawBinding(checkedStack("a", app), "one");
  rawBinding(checkedStack("b", app), "two");
  expect(places(RULE, app)).toEqual(["error b/two"]);
});

test("equal variables of different stacks need not be the same principal", () => {
  const app = newApp();
  for (const id of ["dev", "prod"])
    rawBinding(checkedStack(id, app), "a", { principalId: "${var.principal}" });
  expect(found(RULE, app)).toEqual([]);
});

test("one identity that is looked up twice is one principal, another one is not", () => {
  const stack = newStack();
  const role = Role.builtIn("Reader");
  for (const [id, name] of Object.entries({ first: "id-shared", second: "ID-shared", third: "id-other" })) {
    const identity = UserAssignedIdentity.fromName(stack, id, { name, resourceGroupName: "rg-shared" });
    new IdentityRoleBinding(stack, `bind-${id}`, { identity, role, scope: RESOURCE_GROUP_ID });
  }
  expect(places(RULE, stack)).toEqual(["error test/bind-second"]);
});

test("a slash at the end of a scope that only Terraform knows does not make it another one", () => {
  const stack = newStack();
  const { id } = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
  const identity = { principalId: GUID, tenantId: GUID };
  for (const [name, scope] of Object.entries({ plain: id, slash: `${id}/` })) {
    new IdentityRoleBinding(stack, name, { identity, role: Role.builtIn("Reader"), scope });
  }
  expect(places(RULE, stack)).toEqual(["error test/slash"]);
});

test("a machine whose principal id is looked up is one principal with the machine itself", () => {
  const stack = newStack();
  const vm = new VmWithSystemIdentity(stack, "vm", { ...VM, principalIdLookupEnabled: true });
  vm.assignRole("reads", READER, RESOURCE_GROUP_ID);
  const { principalId } = vm.resource.identity;
  const principalType = "ServicePrincipal";
  rawBinding(stack, "again", { principalId, principalType, roleDefinitionId: READER_ID });
  rawBinding(stack, "elsewhere", { principalId, principalType, scope: OTHER_SCOPE });
  expect(places(RULE, stack)).toEqual(["error test/vm/reads"]);
});
