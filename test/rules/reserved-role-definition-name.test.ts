import { RoleDefinition } from "@cdktf/provider-azurerm/lib/role-definition";
import { Lazy, type TerraformStack } from "cdktf";
import { CustomRole, Scope } from "cdktf-azure-identity";
import { newApp, newStack, SUBSCRIPTION } from "../support";
import { checkedStack, found, LATE_TEXTS, places } from "./support";

const RULE = "reserved-role-definition-name";
const scope = Scope.subscription(SUBSCRIPTION);

function define(stack: TerraformStack, name: string, id = "role") {
  return new CustomRole(stack, id, { name, scope, actions: ["*/read"] }).resource;
}

function raw(stack: TerraformStack, id: string, name: string) {
  return new RoleDefinition(stack, id, { name, scope });
}

test.each([
  "Orders Reader",
  "Azure AI User",
  "",
])("the name %j is accepted, as no built-in role has it today", (name) => {
  const stack = newStack();
  define(stack, name);
  expect(found(RULE, stack)).toEqual([]);
});

test.each(["Reader", "READER"])("the name %s is an error that names the built-in role", (name) => {
  const stack = newStack();
  define(stack, name);
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/role",
      address: "azurerm_role_definition.role",
      message:
        `role definition name "${name}" is that of the built-in role acdd72a7-3385-48ef-bd42-f606fba81ae7; allowed are ` +
        'names that no other role of the tenant has; choose another one, such as "Custom Reader", or bind ' +
        'Role.builtIn("Reader")',
    },
  ]);
});

test.each(LATE_TEXTS)("%s as a name says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "Orders");
  const role = raw(stack, "role", text);
  role.forEach = repeated.forEach;
  if (repeated.count) role.count = repeated.count;
  expect(found(RULE, stack)).toEqual([]);
});

test("a lazy name is checked when it is there", () => {
  const stack = newStack();
  define(stack, Lazy.stringValue({ produce: () => "Reader" }));
  expect(places(RULE, stack)).toEqual(["error test/role"]);
});

test("the name counts that a role has after overrides and setters", () => {
  const stack = newStack();
  define(stack, "Orders", "overridden").addOverride("name", "Reader");
  define(stack, "Orders 2", "set").name = "Reader";
  define(stack, "Reader", "mended").name = "Orders 3";
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
});

test("a raw role gets a warning, counted or not, also by the name of another one", () => {
  const app = newApp();
  const stack = checkedStack("one", app);
  const counted = raw(stack, "counted", "Reader");
  raw(stack, "copy", raw(stack, "first", "Reader").name);
  counted.count = 2;
  raw(checkedStack("two", app), "other", "Reader");
  expect(places(RULE, app)).toEqual([
    "warning one/counted",
    "warning one/first",
    "warning one/copy",
    "warning two/other",
  ]);
});
