import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { RoleDefinition } from "@cdktf/provider-azurerm/lib/role-definition";
import { Lazy, TerraformStack } from "cdktf";
import { CustomRole, Scope, UserAssignedIdentity } from "cdktf-azure-identity";
import { GROUP, GUID, newApp, newStack, SUBSCRIPTION } from "../support";
import { checkedStack, found, LATE_TEXTS, places } from "./support";

const RULE = "duplicate-role-definition";
const scope = Scope.subscription(SUBSCRIPTION);

function define(stack: TerraformStack, id: string, name = "Orders Operator") {
  return new CustomRole(stack, id, { name, scope, actions: ["*/read"] }).resource;
}

function raw(stack: TerraformStack, id: string, name = "Orders Operator") {
  return new RoleDefinition(stack, id, { name, scope });
}

/** A stack whose provider has another subscription, or none that is known. */
function stackOf(id: string, app: ReturnType<typeof newApp>, subscriptionId?: string): TerraformStack {
  const stack = new TerraformStack(app, id);
  new AzurermProvider(stack, "azurerm", { features: [{}], ...(subscriptionId ? { subscriptionId } : {}) });
  new UserAssignedIdentity(stack, "ours", { ...GROUP, name: `id-ours-${id}` });
  return stack;
}

test("roles of different names are accepted", () => {
  const stack = newStack();
  define(stack, "one");
  define(stack, "two", "Orders Reader");
  expect(found(RULE, stack)).toEqual([]);
});

test("a second role of one name is an error that names the first", () => {
  const stack = newStack();
  define(stack, "one");
  define(stack, "two");
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/two",
      address: "azurerm_role_definition.two",
      message:
        'role definition name "Orders Operator" is the name of test/one too; allowed is each name once in the tenant; ' +
        "rename one of the two, or bind one role at both places",
    },
  ]);
});

test("names that differ in case alone are the same, and the message shows both", () => {
  const stack = newStack();
  define(stack, "one");
  define(stack, "two", "ORDERS OPERATOR");
  expect(found(RULE, stack).map(({ message }) => message.split(";")[0])).toEqual([
    'role definition name "ORDERS OPERATOR" is the name of test/one too, there written "Orders Operator", as Azure ' +
      "ignores case",
  ]);
});

test("raw roles are an error, and of a raw one and one of the library the latter is found", () => {
  const stack = newStack();
  define(stack, "ours");
  raw(stack, "raw");
  raw(stack, "a", "Other");
  raw(stack, "b", "Other");
  expect(places(RULE, stack)).toEqual(["error test/ours", "error test/b"]);
});

test.each(LATE_TEXTS)("%s as a name is compared only where it is there", (kind, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "Orders");
  raw(stack, "one", "Orders");
  const late = raw(stack, "late", text);
  late.forEach = repeated.forEach;
  if (repeated.count) late.count = repeated.count;
  expect(places(RULE, stack)).toEqual(kind === "a lazy legal text" ? ["error test/late"] : []);
});

test("a lazy name is compared when it is there", () => {
  const stack = newStack();
  define(stack, "one");
  define(stack, "two", Lazy.stringValue({ produce: () => "Orders Operator" }));
  expect(places(RULE, stack)).toEqual(["error test/two"]);
});

test("roles are compared as they are after overrides and setters, and counted ones are left out", () => {
  const stack = newStack();
  define(stack, "one");
  define(stack, "mended").name = "Orders Reader";
  define(stack, "overridden", "Other").addOverride("name", "Orders Operator");
  define(stack, "set", "Another").name = "Orders Operator";
  define(stack, "counted").count = 2;
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
});

test("stacks are compared when both are certainly in one subscription", () => {
  const app = newApp();
  define(stackOf("one", app, SUBSCRIPTION), "role");
  define(stackOf("two", app, SUBSCRIPTION.toUpperCase()), "role");
  define(stackOf("dev", app, GUID), "role");
  define(stackOf("unknown", app), "role");
  define(stackOf("variable", app, "${var.subscription}"), "role");
  expect(places(RULE, app)).toEqual(["error two/role"]);
});
