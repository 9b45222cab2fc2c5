import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualMachineRunCommand } from "@cdktf/provider-azurerm/lib/virtual-machine-run-command";
import { TerraformCount } from "cdktf";
import {
  IdentityRoleBinding,
  IdentityVerification,
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

test("an address in words beside an expression is no dependency, and one in the expression is", () => {
  const stack = checkedStack();
  const note = (role: string) =>
    `for \${var.team}; \${format("%s", "azurerm_role_assignment.${role}")} comes later`;
  const words = rawBinding(stack, "words", { description: `azurerm_role_assignment.told; ${note("told")}` });
  rawBinding(stack, "told", { dependsOn: [words] });
  const meant = rawBinding(stack, "meant", { description: "for ${azurerm_role_assignment.both.id}" });
  rawBinding(stack, "both", { dependsOn: [meant] });
  expect(places(RULE, stack)).toEqual(["error test/both"]);
});

test("of many that wait for one another, those alone are named that come round", () => {
  const stack = checkedStack();
  let last = rawBinding(stack, "b0");
  for (let at = 1; at <= 3000; at++) last = rawBinding(stack, `b${at}`, { dependsOn: [last] });
  expect(found(RULE, stack)).toEqual([]);
  rawBinding(stack, "c0").addOverride("depends_on", ["azurerm_role_assignment.c1"]);
  rawBinding(stack, "c1", { dependsOn: [last] }).description = "${azurerm_role_assignment.c0.id}";
  expect(places(RULE, stack)).toEqual(["error test/c0"]);
});

test("a check on a machine that waits for a binding which waits for it is told the prop that says so", () => {
  const stack = newStack();
  const identity = new UserAssignedIdentity(stack, "i", { ...GROUP, name: "id-orders" });
  const virtualMachine = new Vm(stack, "vm", { ...VM, userAssignedIdentities: [identity] });
  const reads = identity.assignRole("reads", READER, SCOPE);
  const where = { virtualMachine, identity, scope: SCOPE };
  const check = new IdentityVerification(stack, "v", { ...where, bindings: [reads] });
  expect(found(RULE, stack)).toEqual([]);
  const group = new ResourceGroup(stack, "st", { name: "rg-b", location: "westeurope", dependsOn: [check] });
  const late = new IdentityVerification(stack, "late", {
    ...where,
    bindings: [identity.assignRole("blobs", READER, group.id)],
  });
  group.dependsOn = [late.fqn];
  expect(found(RULE, stack).map(({ path, message }) => [path, message])).toEqual([
    [
      "test/late",
      "test/late waits for test/i/blobs, which waits for it (test/late -> test/i/blobs -> test/st -> test/late); allowed " +
        "is one direction; give the verification bindings without test/i/blobs, and take it out of dependsOn",
    ],
  ]);
});

test("a run command of one's own has depends_on itself, and is told so", () => {
  const stack = checkedStack();
  const command = new VirtualMachineRunCommand(stack, "command", {
    name: "setup",
    location: "westeurope",
    virtualMachineId: "${azurerm_linux_virtual_machine.vm.id}",
    source: { script: "true" },
  });
  const binding = rawBinding(stack, "binding", { dependsOn: [command] });
  command.addOverride("depends_on", [`azurerm_role_assignment.${binding.friendlyUniqueId}`]);
  expect(found(RULE, stack).map(({ path, message }) => [path, message.split("; ")[2]])).toEqual([
    [
      "test/command",
      "take it out of applyBefore or depends_on, or bind the role to a user-assigned identity, which is there before",
    ],
  ]);
});
