import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { TerraformCount } from "cdktf";
import {
  IdentityRoleBinding,
  Role,
  UserAssignedIdentity,
  Vm,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import { GROUP, newStack, SUBSCRIPTION } from "../support";
import { checkedStack, found, places, rawBinding, VM } from "./support";

const RULE = "circular-order";
const SCOPE = `/subscriptions/${SUBSCRIPTION}`;
const READER = Role.builtIn("Reader");

test("a machine that waits for a binding of a user-assigned identity is no cycle", () => {
  const stack = newStack();
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
  const binding = identity.assignRole("reads", READER, SCOPE);
  binding.applyBefore(new Vm(stack, "vm", { ...VM, userAssignedIdentities: [identity] }));
  expect(found(RULE, stack)).toEqual([]);
});

test("a machine that waits for the binding of its own identity is an error that shows the way round", () => {
  const stack = newStack();
  const vm = new VmWithSystemIdentity(stack, "vm", VM);
  new IdentityRoleBinding(stack, "binding", { identity: vm, role: READER, scope: SCOPE }).applyBefore(vm);
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/vm",
      address: "azurerm_linux_virtual_machine.vm",
      message:
        "test/vm waits for test/binding, which waits for it (test/vm -> test/binding -> test/vm); allowed is one " +
        "direction; take it out of applyBefore or depends_on, or bind the role to a user-assigned identity, which is " +
        "there before",
    },
  ]);
});

test("the way round may lead over a delay, a lock, and what depends_on names", () => {
  const stack = newStack();
  const group = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
  const other = new ResourceGroup(stack, "other", {
    name: "rg-b",
    location: "westeurope",
    dependsOn: [group],
  });
  const identity = new UserAssignedIdentity(stack, "identity", {
    name: "id-orders",
    resourceGroupName: other.name,
    location: "westeurope",
    deletionLock: true,
  });
  new IdentityRoleBinding(stack, "delayed", {
    identity,
    role: READER,
    scope: SCOPE,
    propagationDelay: "1s",
  }).applyBefore(group);
  const early = new ResourceGroup(stack, "early", { name: "rg-c", location: "westeurope" });
  identity.resource.addOverride("tags", { early: early.id });
  early.addOverride("depends_on", [`azurerm_management_lock.${identity.deletionLock?.friendlyUniqueId}`]);
  expect(found(RULE, stack).map(({ message }) => message.split(" (")[1]?.split(")")[0])).toEqual([
    "test/group -> test/delayed/propagation-delay -> test/delayed -> test/identity -> test/other -> test/group",
    "test/early -> test/identity/deletion-lock -> test/identity -> test/early",
  ]);
});

test("a raw cycle, also of itself, and a counted one are errors", () => {
  const stack = checkedStack();
  rawBinding(stack, "itself").addOverride("depends_on", ["azurerm_role_assignment.itself"]);
  const group = new ResourceGroup(stack, "group", {
    name: "rg",
    location: "westeurope",
    count: TerraformCount.of(2),
  });
  rawBinding(stack, "counted", { scope: "${azurerm_resource_group.group[0].id}" });
  group.addOverride("depends_on", ["azurerm_role_assignment.counted"]);
  expect(places(RULE, stack)).toEqual(["error test/itself", "error test/group"]);
});

test("a text that looks like an address, a name that is nowhere, and another stack's resource are no dependency", () => {
  const stack = checkedStack();
  const group = new ResourceGroup(stack, "group", {
    name: "rg",
    location: "westeurope",
    tags: { text: "azurerm_role_assignment.binding" },
  });
  rawBinding(stack, "binding", { description: "azurerm_resource_group.group", scope: "${var.scope}" });
  group.addOverride("depends_on", ["azurerm_role_assignment.binding", "azurerm_role_assignment.nowhere", 1]);
  expect(found(RULE, stack)).toEqual([]);
});

test("replace_triggered_by is a dependency too", () => {
  const stack = checkedStack();
  const group = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
  const binding = rawBinding(stack, "binding", { lifecycle: { replaceTriggeredBy: [group] } });
  group.addOverride("depends_on", [`azurerm_role_assignment.${binding.friendlyUniqueId}`]);
  expect(places(RULE, stack)).toEqual(["error test/group"]);
});
