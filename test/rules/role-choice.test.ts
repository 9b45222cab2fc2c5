import { Fn, TerraformCount, type TerraformStack, TerraformVariable } from "cdktf";
import { IdentityRoleBinding, Role } from "cdktf-azure-identity";
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

const RULE = "role-choice";
const BOTH = { roleDefinitionId: READER_ID, roleDefinitionName: "Reader" };
const NEITHER = { roleDefinitionId: undefined };

function bind(stack: TerraformStack, id: string) {
  const identity = { principalId: GUID, tenantId: GUID };
  const role = Role.builtIn("Reader");
  return new IdentityRoleBinding(stack, id, { identity, role, scope: RESOURCE_GROUP_ID }).resource;
}

test("a role by id or by name is accepted", () => {
  const stack = newStack();
  bind(stack, "ours");
  rawBinding(stack, "id", { roleDefinitionId: READER_ID });
  rawBinding(stack, "name", { roleDefinitionId: undefined, roleDefinitionName: "Reader" });
  expect(found(RULE, stack)).toEqual([]);
});

test("both an id and a name are an error that says which to remove", () => {
  const stack = newStack();
  bind(stack, "binding").roleDefinitionName = "Reader";
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/binding",
      address: "azurerm_role_assignment.binding",
      message:
        'both role_definition_id "/subscriptions/11111111-2222-3333-4444-555555555555/providers/' +
        'Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7" and role_definition_name ' +
        '"Reader" are given; allowed is exactly one of them; remove role_definition_name, as an id survives a renamed ' +
        "role",
    },
  ]);
});

test("no role at all is an error that says what to set", () => {
  const stack = checkedStack();
  rawBinding(stack, "binding", NEITHER);
  expect(found(RULE, stack).map(({ level, message }) => [level, message])).toEqual([
    [
      "error",
      "no role is given; allowed is exactly one of role_definition_id and role_definition_name; set role_definition_id",
    ],
  ]);
});

test.each(LATE_TEXTS)("%s as the only id, or the only name, says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "Reader");
  rawBinding(stack, "id", { roleDefinitionId: text, ...repeated });
  rawBinding(stack, "name", { roleDefinitionId: undefined, roleDefinitionName: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("an expression that may be null says nothing beside another, as modules choose between the two", () => {
  const stack = checkedStack();
  const role = new TerraformVariable(stack, "role", { type: "string" });
  const isId = Fn.startswith(role.stringValue, "/");
  rawBinding(stack, "chosen", {
    roleDefinitionId: Fn.conditional(isId, role.stringValue, Fn.rawString("null")),
    roleDefinitionName: Fn.conditional(isId, Fn.rawString("null"), role.stringValue),
  });
  rawBinding(stack, "optional", { roleDefinitionId: READER_ID, roleDefinitionName: role.stringValue });
  expect(found(RULE, stack)).toEqual([]);
});

test("the attribute of a resource beside a name is an error, as it is not null", () => {
  const stack = checkedStack();
  const roleDefinitionId = "${azurerm_role_definition.own.role_definition_resource_id}";
  rawBinding(stack, "binding", { roleDefinitionId, roleDefinitionName: "own" });
  expect(places(RULE, stack)).toEqual(["error test/binding"]);
});

test("the role counts that a binding has after overrides and setters", () => {
  const stack = newStack();
  bind(stack, "overridden").addOverride("role_definition_name", "Reader");
  bind(stack, "removed").addOverride("role_definition_id", undefined);
  bind(stack, "reset").resetRoleDefinitionId();
  const swapped = bind(stack, "swapped");
  swapped.addOverride("role_definition_id", undefined);
  swapped.addOverride("role_definition_name", "Reader");
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/removed", "error test/reset"]);
});

test("a raw binding is an error, counted or not, by override and by setter too", () => {
  const stack = checkedStack();
  rawBinding(stack, "counted", { ...BOTH, count: TerraformCount.of(2) });
  rawBinding(stack, "overridden").addOverride("role_definition_name", "Reader");
  rawBinding(stack, "set").roleDefinitionName = "Reader";
  rawBinding(stack, "mended", BOTH).addOverride("role_definition_name", undefined);
  rawBinding(stack, "reset", BOTH).resetRoleDefinitionName();
  rawBinding(stack, "completed", NEITHER).roleDefinitionName = "Reader";
  expect(places(RULE, stack)).toEqual(["error test/counted", "error test/overridden", "error test/set"]);
});

test("a role of another stack is given like any other", () => {
  const app = newApp();
  const roleDefinitionId = rawBinding(checkedStack("a", app), "other").roleDefinitionId;
  const stack = checkedStack("b", app);
  rawBinding(stack, "good", { roleDefinitionId });
  rawBinding(stack, "bad", { roleDefinitionId, roleDefinitionName: "Reader" });
  expect(places(RULE, prepared(app))).toEqual(["error b/bad"]);
});
