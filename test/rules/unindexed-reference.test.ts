import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { Fn, TerraformCount, TerraformIterator, TerraformOutput, type TerraformStack } from "cdktf";
import { IdentityRoleBinding, Role, Vm } from "cdktf-azure-identity";
import { GROUP, GUID, newApp, newStack } from "../support";
import {
  checkedStack,
  found,
  LATE_TEXTS,
  places,
  prepared,
  RESOURCE_GROUP_ID,
  rawBinding,
  VM,
} from "./support";

const RULE = "unindexed-reference";

function counted(stack: TerraformStack, id = "many"): RawIdentity {
  return new RawIdentity(stack, id, { ...GROUP, name: `id-\${count.index}`, count: TerraformCount.of(2) });
}

function bind(stack: TerraformStack, id: string, scope: string) {
  const identity = { principalId: GUID, tenantId: GUID };
  return new IdentityRoleBinding(stack, id, { identity, role: Role.builtIn("Reader"), scope });
}

test("references to what is there once are accepted", () => {
  const stack = newStack();
  bind(stack, "binding", new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" }).id);
  expect(found(RULE, stack)).toEqual([]);
});

test("an attribute of a counted resource is an error that shows how to name one instance", () => {
  const stack = newStack();
  bind(stack, "binding", counted(stack).id);
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/binding",
      address: "azurerm_role_assignment.binding",
      message:
        'reference "azurerm_user_assigned_identity.many.id" names none of the instances that count makes; allowed are ' +
        "one of them by its index, and all by [*]; write " +
        '"${azurerm_user_assigned_identity.many[0].id}", or [count.index] in a resource with the same count',
    },
  ]);
});

test("an attribute of a resource with forEach is an error that shows a key", () => {
  const stack = checkedStack();
  const each = new RawIdentity(stack, "each", { ...GROUP, name: "${each.key}" });
  each.forEach = TerraformIterator.fromList(["a"]);
  rawBinding(stack, "raw", { principalId: "${azurerm_user_assigned_identity.each.principal_id}" });
  expect(found(RULE, stack).map(({ message }) => message.split("; ").slice(1))).toEqual([
    [
      "allowed are one of them by its index, and all by [*]",
      'write "${azurerm_user_assigned_identity.each["<key>"].principal_id}", or [each.key] in a resource with the same ' +
        "for_each",
    ],
  ]);
});

test.each([
  "${azurerm_user_assigned_identity.many[0].principal_id}",
  "${azurerm_user_assigned_identity.many[count.index].principal_id}",
  "${element(azurerm_user_assigned_identity.many.*.principal_id, 0)}",
  "${azurerm_user_assigned_identity.many[*].principal_id}",
  "${azurerm_user_assigned_identity.many.0.principal_id}",
  "${one(azurerm_user_assigned_identity.many).principal_id}",
  "$${azurerm_user_assigned_identity.many.principal_id}",
  "${data.azurerm_user_assigned_identity.many.principal_id}",
  "azurerm_user_assigned_identity.many.principal_id",
])("%s is accepted", (principalId) => {
  const stack = checkedStack();
  counted(stack);
  rawBinding(stack, "raw", { principalId });
  expect(found(RULE, stack)).toEqual([]);
});

test("identities of machines, functions, keys, blocks and outputs are looked at", () => {
  const stack = checkedStack();
  const { id, name, clientId, principalId } = counted(stack);
  new Vm(stack, "vm", {
    ...VM,
    userAssignedIdentities: [{ id, name, clientId, principalId, tenantId: GUID }],
  });
  const group = (groupId: string, tags: Record<string, string>) =>
    new ResourceGroup(stack, groupId, { name: "rg", location: "westeurope", tags });
  group("function", { id: Fn.upper(id) });
  group("key", {}).addOverride("tags", { "${azurerm_user_assigned_identity.many.name}": "x" });
  new TerraformOutput(stack, "output", { value: id });
  expect(places(RULE, stack)).toEqual([
    "error test/many",
    "error test/vm",
    "error test/function",
    "error test/key",
  ]);
  expect(found(RULE, stack)[0]?.message).toMatch(
    /^reference of output "output" to "azurerm_user_assigned_identity\.many\.id" names none/,
  );
});

test("each attribute is told once per resource", () => {
  const stack = checkedStack();
  const { id, name } = counted(stack);
  new ResourceGroup(stack, "group", { name: "rg", location: "westeurope", tags: { a: id, b: id, c: name } });
  expect(found(RULE, stack).map(({ message }) => message.split(" names")[0])).toEqual([
    'reference "azurerm_user_assigned_identity.many.id"',
    'reference "azurerm_user_assigned_identity.many.name"',
  ]);
});

test("what waits for all instances, or is replaced with them, names none", () => {
  const stack = checkedStack();
  const many = counted(stack);
  const group = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope", dependsOn: [many] });
  group.addOverride("lifecycle.replace_triggered_by", ["${azurerm_user_assigned_identity.many.id}"]);
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s beside a counted resource says nothing", (_, make) => {
  const stack = checkedStack();
  counted(stack);
  const { text, repeated } = make(stack, RESOURCE_GROUP_ID);
  rawBinding(stack, "raw", { scope: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("count and references count as they are after overrides and setters", () => {
  const stack = newStack();
  const late = new RawIdentity(stack, "late", { ...GROUP, name: "id-late" });
  bind(stack, "ours", late.id);
  bind(stack, "mended", late.id).resource.addOverride("scope", RESOURCE_GROUP_ID);
  expect(found(RULE, stack)).toEqual([]);
  late.addOverride("count", 2);
  expect(places(RULE, stack)).toEqual(["error test/ours"]);
  late.addOverride("count", null);
  expect(found(RULE, stack)).toEqual([]);
});

test("a counted data source is repeated too", () => {
  const stack = checkedStack();
  stack.addOverride("data.azurerm_subscription.all", { count: 2 });
  rawBinding(stack, "raw", { scope: "${data.azurerm_subscription.all.id}" });
  expect(places(RULE, stack)).toEqual(["error test/raw"]);
});

test("a counted resource of another stack is found at the output that takes from it", () => {
  const app = newApp();
  const identities = checkedStack("identities", app);
  bind(newStack("access", app), "binding", counted(identities).id);
  const one = newStack("one", app);
  new RawIdentity(one, "many", { ...GROUP, name: "id-one" });
  bind(one, "binding", "${azurerm_user_assigned_identity.many.id}");
  expect(places(RULE, prepared(app))).toEqual(["error identities/many"]);
});
