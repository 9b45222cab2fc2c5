import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { TerraformCount, type TerraformStack } from "cdktf";
import { type BuiltInRoleName, IdentityRoleBinding, Role } from "cdktf-azure-identity";
import { GUID, newApp, newStack } from "../support";
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

const RULE = "privileged-role";
const OWNER_GUID = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
const OWNER_ID = `/providers/Microsoft.Authorization/roleDefinitions/${OWNER_GUID}`;
const CONDITION = "@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] StringEquals 'x'";

function bind(stack: TerraformStack, id: string, name: BuiltInRoleName, condition?: string) {
  const identity = { principalId: GUID, tenantId: GUID };
  const props = { identity, role: Role.builtIn(name), scope: RESOURCE_GROUP_ID };
  return new IdentityRoleBinding(stack, id, { ...props, ...(condition ? { condition } : {}) }).resource;
}

test("roles that cannot give out roles are accepted", () => {
  const stack = newStack();
  bind(stack, "reader", "Reader");
  bind(stack, "contributor", "Contributor");
  expect(found(RULE, stack)).toEqual([]);
});

test("owner is an error that names the ways out", () => {
  const stack = newStack();
  bind(stack, "binding", "Owner");
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/binding",
      address: "azurerm_role_assignment.binding",
      message:
        'role "Owner" lets the identity give out any role at its scope; allowed are narrower roles, or this one with a ' +
        "condition; bind the role that the work needs, set condition to limit what it may assign, or accept this one " +
        "with IdentityRules.acknowledge",
    },
  ]);
});

test.each([
  "User Access Administrator",
  "Role Based Access Control Administrator",
] as const)("the role %s is an error without a condition and accepted with one", (name) => {
  const stack = newStack();
  bind(stack, "bare", name);
  bind(stack, "limited", name, CONDITION);
  expect(places(RULE, stack)).toEqual(["error test/bare"]);
});

test("a raw binding gets a warning, whether the role is named or behind a prefix that Terraform knows", () => {
  const stack = checkedStack();
  rawBinding(stack, "id", { roleDefinitionId: OWNER_ID.toUpperCase() });
  rawBinding(stack, "prefix", { roleDefinitionId: `\${local.prefix}${OWNER_ID}` });
  rawBinding(stack, "name", { roleDefinitionId: undefined, roleDefinitionName: "owner" });
  rawBinding(stack, "counted", { roleDefinitionId: OWNER_ID, count: TerraformCount.of(2) });
  expect(places(RULE, stack)).toEqual([
    "warning test/id",
    "warning test/prefix",
    "warning test/name",
    "warning test/counted",
  ]);
});

test("people and groups are not this rule's matter, service principals are", () => {
  const stack = checkedStack();
  for (const principalType of ["User", "Group", "ServicePrincipal"])
    rawBinding(stack, principalType, { roleDefinitionId: OWNER_ID, principalType });
  expect(places(RULE, stack)).toEqual(["warning test/ServicePrincipal"]);
});

test.each(LATE_TEXTS)("%s as a role says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "Reader");
  rawBinding(stack, "id", { roleDefinitionId: text, ...repeated });
  rawBinding(stack, "name", { roleDefinitionId: undefined, roleDefinitionName: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as a condition counts as one", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, CONDITION);
  rawBinding(stack, "raw", { roleDefinitionId: OWNER_ID, condition: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("the role and the condition count that a binding has after overrides and setters", () => {
  const stack = newStack();
  bind(stack, "mended", "Owner").addOverride("role_definition_id", READER_ID);
  bind(stack, "limited", "Owner").condition = CONDITION;
  bind(stack, "overridden", "Reader").addOverride("role_definition_id", OWNER_ID);
  bind(stack, "set", "Reader").roleDefinitionId = OWNER_ID;
  bind(stack, "unlimited", "Owner", CONDITION).resetCondition();
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set", "error test/unlimited"]);
});

test("raw bindings count as they are after overrides and setters", () => {
  const stack = checkedStack();
  rawBinding(stack, "overridden").addOverride("role_definition_id", OWNER_ID);
  rawBinding(stack, "set").roleDefinitionId = OWNER_ID;
  rawBinding(stack, "mended", { roleDefinitionId: OWNER_ID }).addOverride("condition", CONDITION);
  expect(places(RULE, stack)).toEqual(["warning test/overridden", "warning test/set"]);
});

test("a scope in another stack changes nothing", () => {
  const app = newApp();
  const groups = newStack("groups", app);
  const group = new ResourceGroup(groups, "group", { name: "rg", location: "westeurope" });
  const stack = newStack("access", app);
  const identity = { principalId: GUID, tenantId: GUID };
  new IdentityRoleBinding(stack, "binding", { identity, role: Role.builtIn("Owner"), scope: group.id });
  expect(places(RULE, prepared(app))).toEqual(["error access/binding"]);
});

test.each([
  "azuread_group.ops.object_id",
  "data.azuread_user.me.object_id",
])("%s is no identity, and its owner's own business", (reference) => {
  const stack = checkedStack();
  rawBinding(stack, "raw", {
    roleDefinitionId: undefined,
    roleDefinitionName: "Owner",
    principalId: `\${${reference}}`,
  });
  expect(found(RULE, stack)).toEqual([]);
});
