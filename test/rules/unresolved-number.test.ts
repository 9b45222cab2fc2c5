import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { Fn, Lazy, TerraformCount, Token } from "cdktf";
import { IdentityRoleBinding, Role, UserAssignedIdentity } from "cdktf-azure-identity";
import { GROUP, GUID, newApp, newStack } from "../support";
import { checkedStack, found, LATE_TEXTS, places, prepared, RAW_VM, RESOURCE_GROUP_ID } from "./support";

const RULE = "unresolved-number";
const count = TerraformCount.of(2);
const NAMED = { ...GROUP, name: "id-orders" };

test.each([
  ["after a letter", `id-n${count.index}`],
  ["after an underscore", `id_${count.index}`],
  ["by Fn.format", Fn.format("id-%d", [count.index])],
  ["as a token of text", `id-${Token.asString(count.index)}`],
  ["as an expression", "id-${count.index}"],
])("a number written %s is accepted", (_, name) => {
  const stack = checkedStack();
  new RawIdentity(stack, "raw", { ...NAMED, name, count });
  expect(found(RULE, stack)).toEqual([]);
});

test("a number after a dash is an error that shows how to write it", () => {
  const stack = newStack();
  const identity = { principalId: GUID, tenantId: GUID };
  const props = { identity, role: Role.builtIn("Reader"), scope: RESOURCE_GROUP_ID };
  const description = `orders-${count.index}`;
  new IdentityRoleBinding(stack, "binding", { ...props, count, description });
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/binding",
      address: "azurerm_role_assignment.binding",
      message:
        `description "${description}" contains an unresolved number token, from a number such as count.index ` +
        "beside a dash, dot or digit; allowed is one after a letter or underscore; write it that way, or the whole text " +
        'with Fn.format("...-%d", [number])',
    },
  ]);
  expect(description).toMatch(/^orders--8\.1095622\d+e\+298$/);
});

test.each([
  ["after a dot", `id.${count.index}`],
  ["after a digit", `id1${count.index}`],
  ["before a digit", `id${count.index}1`],
])("a number %s in a name is an error on a raw resource too, as no name may hold it", (_, name) => {
  const stack = checkedStack();
  new RawIdentity(stack, "raw", { ...NAMED, name, count });
  expect(places(RULE, stack)).toEqual(["error test/raw"]);
});

test("numbers deep in blocks, lists and maps are found", () => {
  const stack = checkedStack();
  const text = `a-${count.index}`;
  const osDisk = { ...RAW_VM.osDisk, name: text };
  new LinuxVirtualMachine(stack, "block", { ...RAW_VM, osDisk, count });
  new LinuxVirtualMachine(stack, "list", { ...RAW_VM, networkInterfaceIds: ["a", text], count });
  new RawIdentity(stack, "map", { ...NAMED, tags: { team: text }, count });
  expect(places(RULE, stack).sort()).toEqual(["warning test/block", "warning test/list", "warning test/map"]);
});

test.each(LATE_TEXTS)("%s says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "id-orders");
  new RawIdentity(stack, "raw", { ...NAMED, name: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("numbers that are no tokens say nothing, however large", () => {
  const stack = newStack();
  new UserAssignedIdentity(stack, "identity", { ...NAMED, tags: { size: "8.1e+298", build: "-1e+99" } });
  expect(found(RULE, stack)).toEqual([]);
});

test("a lazy text is checked when it is there", () => {
  const stack = newStack();
  const name = Lazy.stringValue({ produce: () => `id-${count.index}` });
  new UserAssignedIdentity(stack, "identity", { ...GROUP, name });
  expect(places(RULE, stack)).toEqual(["error test/identity"]);
});

test("the text counts that an element has after overrides and setters", () => {
  const stack = newStack();
  const bad = `id-${count.index}`;
  const identity = (id: string, name: string) =>
    new UserAssignedIdentity(stack, id, { ...GROUP, name }).resource;
  identity("mended", bad).addOverride("name", "id-mended");
  identity("reset", bad).name = "id-reset";
  identity("overridden", "id-a").addOverride("name", bad);
  identity("set", "id-b").name = bad;
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
});

test("the text of raw resources counts as it is after overrides and setters", () => {
  const stack = checkedStack();
  const bad = `id-${count.index}`;
  new RawIdentity(stack, "mended", { ...NAMED, name: bad, count }).name = `id_${count.index}`;
  new RawIdentity(stack, "overridden", { ...NAMED, count }).addOverride("name", bad);
  new RawIdentity(stack, "set", { ...NAMED, count }).name = bad;
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
});

test("what another stack writes is found there alone", () => {
  const app = newApp();
  const group = new ResourceGroup(checkedStack("groups", app), "group", {
    name: `rg-${count.index}`,
    location: "westeurope",
    count,
  });
  new UserAssignedIdentity(newStack("test", app), "identity", { ...NAMED, resourceGroupName: group.name });
  expect(places(RULE, prepared(app))).toEqual(["warning groups/group"]);
});
