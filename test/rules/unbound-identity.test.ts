import { LinuxVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/linux-virtual-machine-scale-set";
import { LinuxWebApp } from "@cdktf/provider-azurerm/lib/linux-web-app";
import { VirtualMachineExtension } from "@cdktf/provider-azurerm/lib/virtual-machine-extension";
import { Fn, Lazy, TerraformOutput, type TerraformStack, TerraformVariable } from "cdktf";
import {
  FederatedSubject,
  GroupMembership,
  IdentityRoleBinding,
  IdentityRules,
  Role,
  UserAssignedIdentity,
  Vm,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import { GROUP, GUID, newApp, newStack } from "../support";
import {
  checkedStack,
  found,
  places,
  prepared,
  RAW_SCALE_SET,
  RESOURCE_GROUP_ID,
  rawBinding,
  rawVm,
  VM,
} from "./support";

const RULE = "unbound-identity";
const READER = Role.builtIn("Reader");

/** A stack that binds a role, in an app of its own, as the rule says nothing of a stack alone. */
function start() {
  const app = newApp();
  const stack = checkedStack("test", app);
  rawBinding(stack, "someone-reads");
  return { app, stack };
}

function machine(stack: TerraformStack): VmWithSystemIdentity {
  return new VmWithSystemIdentity(stack, "vm", VM);
}

function attached(stack: TerraformStack) {
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
  const vm = new Vm(stack, "vm", { ...VM, userAssignedIdentities: [identity] });
  return { identity, vm };
}

test("a machine's own identity without a role is an information", () => {
  const { app, stack } = start();
  machine(stack);
  expect(found(RULE, app)).toEqual([
    {
      rule: RULE,
      level: "information",
      stack: "test",
      path: "test/vm",
      address: "azurerm_linux_virtual_machine.vm",
      message:
        "the system-assigned identity of test/vm has no role and no group in this app; allowed is one that may do " +
        "something; bind a role to it, switch it off, or acknowledge this where others bind its roles",
    },
  ]);
});

test("so is an attached one, once, however many machines have it", () => {
  const { app, stack } = start();
  const { identity } = attached(stack);
  new Vm(stack, "second", { ...VM, name: "vm-second", userAssignedIdentities: [identity] });
  expect(found(RULE, app)).toEqual([
    expect.objectContaining({
      path: "test/identity",
      message:
        'identity "id-orders" is attached to test/vm and has no role and no group in this app; allowed is one that may ' +
        "do something; bind a role to it, detach it, or acknowledge this where others bind its roles",
    }),
  ]);
  expect(found("unused-identity", app)).toEqual([]);
});

test("an app that binds nothing leaves roles to others, and a stack alone to the rest of its app", () => {
  const app = newApp();
  const stack = newStack("test", app);
  const vm = machine(stack);
  expect(found(RULE, app)).toEqual([]);
  rawBinding(stack, "someone-reads");
  expect(places(RULE, app)).toEqual(["information test/vm"]);
  expect(found(RULE, stack)).toEqual([]);
  IdentityRules.acknowledge(vm, { id: RULE, reason: "the platform team binds its roles" });
  expect(found(RULE, app)).toEqual([]);
});

test.each<[string, (stack: TerraformStack, vm: VmWithSystemIdentity) => unknown]>([
  ["has a role", (_, vm) => vm.assignRole("reads", READER, RESOURCE_GROUP_ID)],
  ["is in a group", (stack, vm) => new GroupMembership(stack, "m", { member: vm, groupObjectId: GUID })],
  [
    "has a role by way of a function",
    (stack, vm) => rawBinding(stack, "reads", { principalId: Fn.lower(vm.principalId) }),
  ],
  ["is exported", (stack, vm) => new TerraformOutput(stack, "principal", { value: vm.principalId })],
  ["is exported with its machine", (stack, { resource }) => output(stack, `jsonencode(${resource.fqn})`)],
  [
    "is exported by number",
    (stack, { resource }) => output(stack, `${resource.fqn}.identity.0.principal_id`),
  ],
  [
    "may be what an extension signs in as",
    (stack, { id }) => new VirtualMachineExtension(stack, "agent", { ...AGENT, virtualMachineId: id }),
  ],
])("a machine's own identity that %s is used", (_, use) => {
  const { app, stack } = start();
  use(stack, machine(stack));
  expect(found(RULE, app)).toEqual([]);
});

const AGENT = { name: "agent", publisher: "Shop", type: "Agent", typeHandlerVersion: "1.0" };

function output(stack: TerraformStack, expression: string): TerraformOutput {
  return new TerraformOutput(stack, "out", { value: `\${${expression}}` });
}

test.each([
  ["its id", ({ fqn }: { fqn: string }) => `${fqn}.id`],
  ["the type of its identity", ({ fqn }: { fqn: string }) => `${fqn}.identity[0].type`],
  ["another machine of like name", ({ fqn }: { fqn: string }) => `${fqn}-two.identity[0].principal_id`],
])("an output with %s is no use of the identity", (_, expression) => {
  const { app, stack } = start();
  output(stack, expression(machine(stack).resource));
  expect(places(RULE, app)).toEqual(["information test/vm"]);
});

test("the identity that a look-up reads is the machine's, which needs no role of its own for it", () => {
  const { app, stack } = start();
  const vm = new VmWithSystemIdentity(stack, "vm", { ...VM, principalIdLookupEnabled: true });
  expect(places(RULE, app)).toEqual(["information test/vm"]);
  new TerraformOutput(stack, "principal", { value: vm.principalId });
  expect(found(RULE, app)).toEqual([]);
});

type Use = (stack: TerraformStack, made: ReturnType<typeof attached>) => unknown;

test.each<[string, Use]>([
  ["has a role", (_, { identity }) => identity.assignRole("reads", READER, RESOURCE_GROUP_ID)],
  ["is federated", (_, { identity }) => identity.trust("main", MAIN)],
  ["is exported", (stack, { identity }) => new TerraformOutput(stack, "id", { value: identity.clientId })],
  ["is named to a program", (_, { identity, vm }) => vm.resource.addOverride("user_data", identity.clientId)],
  [
    "has a role under the id of a look-up",
    (stack) => {
      const identity = UserAssignedIdentity.fromName(stack, "again", { ...GROUP, name: "ID-orders" });
      new IdentityRoleBinding(stack, "reads", { identity, role: READER, scope: RESOURCE_GROUP_ID });
    },
  ],
  [
    "may be what an extension signs in as",
    (stack, { vm: { id } }) =>
      new VirtualMachineExtension(stack, "agent", { ...AGENT, virtualMachineId: id }),
  ],
])("an attached identity that %s is used", (_, use) => {
  const { app, stack } = start();
  use(stack, attached(stack));
  expect(found(RULE, app)).toEqual([]);
});

const MAIN = FederatedSubject.gitHubBranch({ repository: "shop/orders", branch: "main" });

test("what a variable or a lazy text says is as it is when the app is asked", () => {
  const { app, stack } = start();
  const type = new TerraformVariable(stack, "type", { type: "string" });
  rawVm(stack, "variable", { type: type.stringValue });
  rawVm(stack, "lazy", { type: Lazy.stringValue({ produce: () => "SystemAssigned" }) });
  expect(places(RULE, app)).toEqual(["information test/lazy"]);
});

test("identities whose list only Terraform knows are left alone", () => {
  const { app, stack } = start();
  const { identity, vm } = attached(stack);
  vm.resource.addOverride("identity.identity_ids", `\${compact([${identity.resource.fqn}.id])}`);
  expect(found(RULE, app)).toEqual([]);
});

test("scale sets count, unless an extension runs on them; other services do not", () => {
  const { app, stack } = start();
  const identity = { type: "SystemAssigned" };
  const set = new LinuxVirtualMachineScaleSet(stack, "set", { ...RAW_SCALE_SET, identity });
  new LinuxWebApp(stack, "app", { ...GROUP, name: "app", servicePlanId: "", siteConfig: {}, identity });
  expect(places(RULE, app)).toEqual(["information test/set"]);
  set.putExtension([AGENT]);
  expect(found(RULE, app)).toEqual([]);
});

test("a role in another stack counts, before and after the stacks are linked", () => {
  const app = newApp();
  const [machines, roles] = [newStack("machines", app), newStack("roles", app)];
  const vm = machine(machines);
  const idle = new VmWithSystemIdentity(machines, "idle", { ...VM, name: "vm-idle" });
  new IdentityRoleBinding(roles, "reads", { identity: vm, role: READER, scope: RESOURCE_GROUP_ID });
  expect(places(RULE, app)).toEqual([`information ${idle.node.path}`]);
  expect(places(RULE, prepared(app))).toEqual([`information ${idle.node.path}`]);
});
