import { RoleDefinition } from "@cdktf/provider-azurerm/lib/role-definition";
import { Lazy, type TerraformStack } from "cdktf";
import { CustomRole, Scope } from "cdktf-azure-identity";
import { newApp, newStack, SUBSCRIPTION } from "../support";
import { checkedStack, found, LATE_TEXTS, places } from "./support";

const RULE = "role-definition-name";
const scope = Scope.subscription(SUBSCRIPTION);
const LONG = "x".repeat(513);

function define(stack: TerraformStack, name: string, id = "role") {
  return new CustomRole(stack, id, { name, scope, actions: ["*/read"] }).resource;
}

function raw(stack: TerraformStack, id: string, name: string) {
  return new RoleDefinition(stack, id, { name, scope });
}

test("names of 1 to 512 characters are accepted, whatever the characters", () => {
  const stack = newStack();
  const names = ["O", "Orders Operator (preview) 2: größer", "x".repeat(512), "😀".repeat(512)];
  for (const [at, name] of names.entries()) define(stack, name, `role-${at}`);
  expect(found(RULE, stack)).toEqual([]);
});

test("a name that is too long is an error that counts its characters", () => {
  const stack = newStack();
  define(stack, LONG);
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/role",
      address: "azurerm_role_definition.role",
      message: `role definition name "${"x".repeat(40)}..." has 513 characters; allowed are 1-512 characters; change the name`,
    },
  ]);
});

test("an empty name is an error", () => {
  const stack = newStack();
  define(stack, "");
  expect(found(RULE, stack).map(({ message }) => message)).toEqual([
    "role definition name is empty; allowed are 1-512 characters; change the name",
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
  define(stack, Lazy.stringValue({ produce: () => LONG }));
  expect(places(RULE, stack)).toEqual(["error test/role"]);
});

test("the name counts that a role has after overrides and setters", () => {
  const stack = newStack();
  define(stack, "Orders", "overridden").addOverride("name", LONG);
  define(stack, "Orders 2", "set").name = LONG;
  define(stack, LONG, "mended").name = "Orders 3";
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
});

test("a raw role is an error, counted or not, also by the name of another one", () => {
  const app = newApp();
  const stack = checkedStack("one", app);
  const counted = raw(stack, "counted", LONG);
  raw(stack, "copy", raw(stack, "first", LONG).name);
  counted.count = 2;
  raw(checkedStack("two", app), "other", LONG);
  expect(places(RULE, app)).toEqual([
    "error one/counted",
    "error one/first",
    "error one/copy",
    "error two/other",
  ]);
});
