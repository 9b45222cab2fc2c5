import { RoleDefinition } from "@cdktf/provider-azurerm/lib/role-definition";
import { TerraformCount, type TerraformStack } from "cdktf";
import { CustomRole, IdentityRoleBinding, Role, Scope } from "cdktf-azure-identity";
import { GUID, newApp, newStack, SUBSCRIPTION } from "../support";
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

const RULE = "role-definition-reference";
const scope = Scope.subscription(SUBSCRIPTION);

function define(stack: TerraformStack, id = "role"): RoleDefinition {
  return new RoleDefinition(stack, id, { name: `Orders ${id}`, scope });
}

function bind(stack: TerraformStack, id: string, role: Role) {
  const identity = { principalId: GUID, tenantId: GUID };
  return new IdentityRoleBinding(stack, id, { identity, role, scope: RESOURCE_GROUP_ID }).resource;
}

test("the resource id is accepted, whole and in the form that the library writes", () => {
  const stack = newStack();
  const custom = new CustomRole(stack, "custom", { name: "Orders", scope, actions: ["*/read"] });
  bind(stack, "ours", custom.role);
  const raw = define(stack);
  bind(stack, "token", Role.fromDefinitionId(raw.roleDefinitionResourceId));
  rawBinding(stack, "raw", { roleDefinitionId: raw.roleDefinitionResourceId });
  rawBinding(stack, "guid", { roleDefinitionId: READER_ID.slice(0, -36) + raw.roleDefinitionId });
  expect(found(RULE, stack)).toEqual([]);
});

test("the id attribute is an error that names the right one", () => {
  const stack = newStack();
  bind(stack, "binding", Role.fromDefinitionId(define(stack).id));
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/binding",
      address: "azurerm_role_assignment.binding",
      message:
        'role definition id "${azurerm_role_definition.role.id}" takes the id, which has the scope behind a "|", of ' +
        "azurerm_role_definition.role; allowed is its role_definition_resource_id; write that attribute, or bind the " +
        "role of a CustomRole",
    },
  ]);
});

test.each([
  ["${azurerm_role_definition.role.role_definition_id}", "the GUID alone"],
  ["${azurerm_role_definition.role.name}", "the name"],
  ["${azurerm_role_definition.role}", "the whole"],
  ["${azurerm_role_definition.role[0].id}", 'the id, which has the scope behind a "|",'],
  ["${local.prefix}${azurerm_role_definition.role.id}", 'the id, which has the scope behind a "|",'],
])("%s is an error, as it takes %s", (roleDefinitionId, what) => {
  const stack = checkedStack();
  rawBinding(stack, "raw", { roleDefinitionId });
  expect(found(RULE, stack).map(({ level, message }) => `${level} ${message.split(" of ")[0]}`)).toEqual([
    `error role definition id "${roleDefinitionId}" takes ${what}`,
  ]);
});

test("a name in place of the id is an error that says where a name belongs", () => {
  const stack = checkedStack();
  rawBinding(stack, "raw", { roleDefinitionId: "Reader" });
  expect(found(RULE, stack).map(({ level, message }) => `${level} ${message}`)).toEqual([
    'error role definition id "Reader" is not the id of a role; allowed is ' +
      "<subscription of the scope>/providers/Microsoft.Authorization/roleDefinitions/<guid>; write that, give a name as " +
      "role_definition_name, or bind with IdentityRoleBinding, which takes a Role",
  ]);
});

test.each([
  READER_ID.slice(-36),
  READER_ID.replace(/[^/]*$/, "Reader"),
  `${READER_ID}|${RESOURCE_GROUP_ID}`,
  `${READER_ID} `,
  RESOURCE_GROUP_ID,
])("the text %s is an error", (roleDefinitionId) => {
  const stack = checkedStack();
  rawBinding(stack, "raw", { roleDefinitionId });
  expect(places(RULE, stack)).toEqual(["error test/raw"]);
});

test.each([
  READER_ID.toUpperCase(),
  `${READER_ID}/`,
  "azurerm_role_definition.role.id",
])("the text %s says nothing", (roleDefinitionId) => {
  const stack = checkedStack();
  rawBinding(stack, "raw", { roleDefinitionId });
  expect(found(RULE, stack)).toEqual([]);
});

test.each([
  "${data.azurerm_role_definition.reader.id}",
  "${data.azurerm_subscription.current.id}${data.azurerm_role_definition.reader.id}",
  '${split("|", azurerm_role_definition.role.id)[0]}',
])("%s says nothing", (roleDefinitionId) => {
  const stack = checkedStack();
  rawBinding(stack, "raw", { roleDefinitionId });
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as an id says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, READER_ID);
  rawBinding(stack, "raw", { roleDefinitionId: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("the id counts that a binding has after overrides and setters, raw or not, counted or not", () => {
  const stack = newStack();
  const { id, roleDefinitionResourceId } = define(stack);
  const reader = Role.builtIn("Reader");
  bind(stack, "overridden", reader).addOverride("role_definition_id", id);
  bind(stack, "set", reader).roleDefinitionId = id;
  rawBinding(stack, "counted", { roleDefinitionId: id, count: TerraformCount.of(2) });
  rawBinding(stack, "mended", { roleDefinitionId: id }).roleDefinitionId = roleDefinitionResourceId;
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set", "error test/counted"]);
});

test("the id of a role of another stack is an error, its resource id is not", () => {
  const app = newApp();
  const { id, roleDefinitionResourceId } = define(newStack("roles", app));
  const stack = checkedStack("access", app);
  rawBinding(stack, "good", { roleDefinitionId: roleDefinitionResourceId });
  rawBinding(stack, "bad", { roleDefinitionId: id });
  expect(places(RULE, prepared(app))).toEqual(["error access/bad"]);
});
