import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { WindowsVirtualMachine } from "@cdktf/provider-azurerm/lib/windows-virtual-machine";
import { Lazy, TerraformCount, TerraformIterator, TerraformStack, TerraformVariable } from "cdktf";
import { UserAssignedIdentity } from "cdktf-azure-identity";
import { GROUP, newApp, newStack } from "../support";
import { checkedStack, found, LATE_TEXTS, places, prepared, RAW_VM } from "./support";

const RULE = "duplicate-name";
const NAMED = { ...GROUP, name: "id-orders" };

function stackOfSubscription(id: string, app: TerraformStack["node"]["root"], subscriptionId?: string) {
  const stack = new TerraformStack(app, id);
  new AzurermProvider(stack, "azurerm", { features: [{}], ...(subscriptionId ? { subscriptionId } : {}) });
  return stack;
}

test("different names, groups or types are no duplicates", () => {
  const stack = newStack();
  new UserAssignedIdentity(stack, "one", NAMED);
  new UserAssignedIdentity(stack, "two", { ...NAMED, name: "id-bills" });
  new UserAssignedIdentity(stack, "three", { ...NAMED, resourceGroupName: "rg-bills" });
  new LinuxVirtualMachine(stack, "vm", { ...RAW_VM, ...NAMED });
  expect(found(RULE, stack)).toEqual([]);
});

test("two identities of one name in one group are an error at the second that names the first", () => {
  const stack = newStack();
  new UserAssignedIdentity(stack, "one", NAMED);
  new UserAssignedIdentity(stack, "two", NAMED);
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/two",
      address: "azurerm_user_assigned_identity.two",
      message:
        'name "id-orders" is the name of test/one too, in the same resource group; allowed is each name once per type; ' +
        "rename one of the two, or use one resource for both",
    },
  ]);
});

test("names and groups that differ in case alone are duplicates, and both spellings are shown", () => {
  const stack = newStack();
  new UserAssignedIdentity(stack, "one", NAMED);
  new UserAssignedIdentity(stack, "two", { ...GROUP, name: "ID-Orders", resourceGroupName: "RG-orders" });
  expect(found(RULE, stack).map(({ message }) => message)).toEqual([
    'name "ID-Orders" is the name of test/one too, in the same resource group and there written "id-orders", as Azure ' +
      "ignores case; allowed is each name once per type; rename one of the two, or use one resource for both",
  ]);
});

test("machines of both systems share their names, as Azure knows one type", () => {
  const stack = checkedStack();
  new LinuxVirtualMachine(stack, "linux", RAW_VM);
  new WindowsVirtualMachine(stack, "windows", RAW_VM);
  expect(places(RULE, stack)).toEqual(["error test/windows"]);
});

test("each of several duplicates is found once", () => {
  const stack = newStack();
  for (const id of ["one", "two", "three"]) new UserAssignedIdentity(stack, id, NAMED);
  expect(places(RULE, stack)).toEqual(["error test/two", "error test/three"]);
});

test("of a raw resource and one of the library the latter is found", () => {
  const stack = newStack();
  new UserAssignedIdentity(stack, "ours", NAMED);
  new RawIdentity(stack, "raw", NAMED);
  expect(places(RULE, stack)).toEqual(["error test/ours"]);
});

test("two raw resources are an error, as the second create fails", () => {
  const stack = checkedStack();
  new RawIdentity(stack, "one", NAMED);
  new RawIdentity(stack, "two", NAMED);
  expect(places(RULE, stack)).toEqual(["error test/two"]);
});

test("a group is the same whether its name is written or taken from its resource", () => {
  const stack = newStack();
  const group = new ResourceGroup(stack, "group", { name: "rg-orders", location: "westeurope" });
  new UserAssignedIdentity(stack, "one", NAMED);
  new UserAssignedIdentity(stack, "two", { ...NAMED, resourceGroupName: group.name });
  expect(places(RULE, stack)).toEqual(["error test/two"]);
});

test("a group that one variable names is one group, two variables may name two", () => {
  const stack = newStack();
  const groupNamed = (id: string) => new TerraformVariable(stack, id, { type: "string" }).stringValue;
  const [one, two] = [groupNamed("group-one"), groupNamed("group-two")];
  new UserAssignedIdentity(stack, "a", { ...NAMED, resourceGroupName: one });
  new UserAssignedIdentity(stack, "b", { ...NAMED, resourceGroupName: two });
  expect(found(RULE, stack)).toEqual([]);
  new UserAssignedIdentity(stack, "c", { ...NAMED, resourceGroupName: two });
  expect(places(RULE, stack)).toEqual(["error test/c"]);
});

test.each(LATE_TEXTS)("%s as a name is no duplicate of a literal one", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "id-bills");
  new RawIdentity(stack, "literal", NAMED);
  new RawIdentity(stack, "late", { ...NAMED, name: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as a group is not taken for another", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "rg-bills");
  new RawIdentity(stack, "literal", NAMED);
  new RawIdentity(stack, "late", { ...NAMED, resourceGroupName: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("a lazy name is compared when it is there", () => {
  const stack = newStack();
  new UserAssignedIdentity(stack, "one", NAMED);
  const name = Lazy.stringValue({ produce: () => "id-orders" });
  new UserAssignedIdentity(stack, "two", { ...GROUP, name });
  expect(places(RULE, stack)).toEqual(["error test/two"]);
});

test("names are compared as they are after overrides and setters", () => {
  const stack = newStack();
  const identity = (id: string, name: string) =>
    new UserAssignedIdentity(stack, id, { ...GROUP, name }).resource;
  identity("one", "id-orders");
  identity("mended", "id-orders").addOverride("name", "id-mended");
  identity("reset", "id-orders").name = "id-reset";
  expect(found(RULE, stack)).toEqual([]);
  identity("overridden", "id-a").addOverride("name", "id-orders");
  identity("set", "id-b").name = "id-orders";
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
});

test("raw names are compared as they are after overrides and setters", () => {
  const stack = checkedStack();
  const identity = (id: string, name: string) => new RawIdentity(stack, id, { ...GROUP, name });
  identity("one", "id-orders");
  identity("mended", "id-orders").addOverride("name", "id-mended");
  identity("overridden", "id-a").addOverride("name", "id-orders");
  identity("set", "id-b").name = "id-orders";
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
});

test("repeated resources are compared with nothing", () => {
  const stack = checkedStack();
  new RawIdentity(stack, "one", NAMED);
  new RawIdentity(stack, "counted", { ...NAMED, count: TerraformCount.of(1) });
  new RawIdentity(stack, "each", { ...NAMED, forEach: TerraformIterator.fromList(["a"]) });
  expect(found(RULE, stack)).toEqual([]);
});

test("stacks of one known subscription are compared", () => {
  const app = newApp();
  new UserAssignedIdentity(newStack("a", app), "one", NAMED);
  new UserAssignedIdentity(newStack("b", app), "two", NAMED);
  expect(places(RULE, app)).toEqual(["error b/two"]);
});

test("a group of another stack is the same group", () => {
  const app = newApp();
  const groups = newStack("groups", app);
  const group = new ResourceGroup(groups, "group", { name: "rg-orders", location: "westeurope" });
  new UserAssignedIdentity(groups, "one", NAMED);
  new UserAssignedIdentity(newStack("b", app), "two", { ...NAMED, resourceGroupName: group.name });
  expect(places(RULE, prepared(app))).toEqual(["error b/two"]);
});

test("stacks of different or unknown subscriptions are not compared, as dev and prod have equal names", () => {
  const app = newApp();
  const stacks = [
    newStack("dev", app),
    stackOfSubscription("prod", app, "99999999-2222-3333-4444-555555555555"),
    stackOfSubscription("unknown", app),
    stackOfSubscription("as-unknown", app),
    stackOfSubscription("variable", app, "${var.subscription}"),
  ];
  for (const stack of stacks) new UserAssignedIdentity(stack, "identity", NAMED);
  expect(found(RULE, app)).toEqual([]);
});

test("providers of one stack are compared when their subscription is the same", () => {
  const stack = newStack();
  const providerOf = (alias: string, subscriptionId: string) =>
    new AzurermProvider(stack, alias, { features: [{}], alias, subscriptionId });
  const other = providerOf("other", "99999999-2222-3333-4444-555555555555");
  const same = providerOf("same", "99999999-2222-3333-4444-555555555555");
  new UserAssignedIdentity(stack, "one", NAMED);
  new UserAssignedIdentity(stack, "two", { ...NAMED, provider: other });
  expect(found(RULE, stack)).toEqual([]);
  new UserAssignedIdentity(stack, "three", { ...NAMED, provider: same });
  expect(places(RULE, stack)).toEqual(["error test/three"]);
});
