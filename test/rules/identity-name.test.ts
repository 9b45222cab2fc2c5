import { DataAzurermUserAssignedIdentity } from "@cdktf/provider-azurerm/lib/data-azurerm-user-assigned-identity";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { Lazy, TerraformCount } from "cdktf";
import { UserAssignedIdentity } from "cdktf-azure-identity";
import { GROUP, newApp, newStack } from "../support";
import { checkedStack, found, LATE_TEXTS, places, prepared } from "./support";

const RULE = "identity-name";

test.each(["abc", "1-orders", "a_b", "a".repeat(128)])("the name %s is legal", (name) => {
  const stack = newStack();
  new UserAssignedIdentity(stack, "identity", { ...GROUP, name });
  expect(found(RULE, stack)).toEqual([]);
});

test("a name with a space is an error that says what is allowed and suggests a name", () => {
  const stack = newStack();
  new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id orders" });
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/identity",
      address: "azurerm_user_assigned_identity.identity",
      message:
        'identity name "id orders" contains " "; allowed are 3-128 of A-Z a-z 0-9 - _, first a letter or digit; ' +
        'change the name, for example to "id-orders"',
    },
  ]);
});

test.each([
  "ab",
  "_orders",
  "-orders",
  "a.bc",
  "id-\u00e9t\u00e9",
  "a".repeat(129),
  "",
])("the name %j is an error", (name) => {
  const stack = newStack();
  new UserAssignedIdentity(stack, "identity", { ...GROUP, name });
  expect(places(RULE, stack)).toEqual(["error test/identity"]);
});

test.each(LATE_TEXTS)("%s as a name says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "id-orders");
  new RawIdentity(stack, "raw", { ...GROUP, name: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("the literal part of a name is checked whatever stands in for the rest", () => {
  const stack = newStack();
  new UserAssignedIdentity(stack, "identity", { ...GROUP, name: `id orders \${local.text}` });
  expect(places(RULE, stack)).toEqual(["error test/identity"]);
});

test("a lazy name is checked when it is there", () => {
  const stack = newStack();
  const name = Lazy.stringValue({ produce: () => "id orders" });
  new UserAssignedIdentity(stack, "identity", { ...GROUP, name });
  expect(places(RULE, stack)).toEqual(["error test/identity"]);
});

test("a name overridden after construction is the one that is checked", () => {
  const stack = newStack();
  const good = new UserAssignedIdentity(stack, "good", { ...GROUP, name: "x" });
  const bad = new UserAssignedIdentity(stack, "bad", { ...GROUP, name: "id-bad" });
  good.resource.addOverride("name", "id-good");
  bad.resource.addOverride("name", "x");
  expect(places(RULE, stack)).toEqual(["error test/bad"]);
});

test("a name set after construction is the one that is checked", () => {
  const stack = newStack();
  const good = new UserAssignedIdentity(stack, "good", { ...GROUP, name: "x" });
  const bad = new UserAssignedIdentity(stack, "bad", { ...GROUP, name: "id-bad" });
  good.resource.name = "id-good";
  bad.resource.name = "x";
  expect(places(RULE, stack)).toEqual(["error test/bad"]);
});

test("a raw identity with an illegal name is an error, by override and by setter too", () => {
  const stack = checkedStack();
  new RawIdentity(stack, "given", { ...GROUP, name: "x" });
  new RawIdentity(stack, "overridden", { ...GROUP, name: "id-a" }).addOverride("name", "x");
  new RawIdentity(stack, "set", { ...GROUP, name: "id-b" }).name = "x";
  new RawIdentity(stack, "mended", { ...GROUP, name: "x" }).addOverride("name", "id-c");
  expect(places(RULE, stack)).toEqual(["error test/given", "error test/overridden", "error test/set"]);
});

test("a lookup by an illegal name is an error, as it can find nothing", () => {
  const stack = checkedStack();
  new DataAzurermUserAssignedIdentity(stack, "lookup", { resourceGroupName: "rg", name: "x" });
  expect(places(RULE, stack)).toEqual(["error test/lookup"]);
});

test("a counted identity is checked like a single one", () => {
  const stack = checkedStack();
  new RawIdentity(stack, "raw", { ...GROUP, name: "x", count: TerraformCount.of(2) });
  expect(places(RULE, stack)).toEqual(["error test/raw"]);
});

test("a name taken from a resource of another stack is checked where it is used", () => {
  const app = newApp();
  const group = new ResourceGroup(newStack("groups", app), "group", { name: "x", location: "westeurope" });
  const stack = newStack("test", app);
  new UserAssignedIdentity(stack, "identity", { ...GROUP, name: group.name });
  new UserAssignedIdentity(stack, "longer", { ...GROUP, name: `id-${group.name}` });
  expect(places(RULE, prepared(app))).toEqual(["error test/identity"]);
});
