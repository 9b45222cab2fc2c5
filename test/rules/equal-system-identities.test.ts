import { LinuxWebApp } from "@cdktf/provider-azurerm/lib/linux-web-app";
import { TerraformCount, TerraformIterator, type TerraformStack } from "cdktf";
import {
  GroupMembership,
  IdentityRoleBinding,
  IdentityRules,
  type IManagedIdentity,
  Role,
  ScaleSetWithSystemIdentity,
  Vm,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import fc from "fast-check";
import { GROUP, GUID, newApp, newStack, SUBSCRIPTION } from "../support";
import {
  checkedStack,
  found,
  places,
  prepared,
  RESOURCE_GROUP_ID,
  rawBinding,
  rawVm,
  SCALE_SET,
  VM,
} from "./support";

const RULE = "equal-system-identities";
const READER = Role.builtIn("Reader");
const WRITER = Role.builtIn("Contributor");
const ACCOUNT_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.Storage/storageAccounts/orders`;

function machine(stack: TerraformStack, id: string): VmWithSystemIdentity {
  return new VmWithSystemIdentity(stack, id, { ...VM, name: `vm-${stack.node.id}-${id}` });
}

function reading(stack: TerraformStack, id: string, scope = RESOURCE_GROUP_ID): VmWithSystemIdentity {
  const vm = machine(stack, id);
  vm.assignRole("reads", READER, scope);
  return vm;
}

test("machines and scale sets with the same roles are an information that says what a shared identity saves", () => {
  const stack = newStack();
  const hosts = [
    machine(stack, "one"),
    machine(stack, "two"),
    new ScaleSetWithSystemIdentity(stack, "set", SCALE_SET),
  ];
  for (const host of hosts) {
    host.assignRole("reads", READER, RESOURCE_GROUP_ID);
    host.assignRole("blobs", Role.builtIn("Storage Blob Data Reader"), ACCOUNT_ID);
  }
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "information",
      stack: "test",
      path: "test/one",
      address: "azurerm_linux_virtual_machine.one",
      message:
        "the system-assigned identities of test/one, test/two and 1 more have the same roles, in 6 role assignments; " +
        "allowed is also one identity in 2, which is 4 fewer; attach a shared UserAssignedIdentity to the machines and " +
        "bind the roles to that, or acknowledge this where logs have to tell the machines apart",
    },
  ]);
});

type Access = (stack: TerraformStack, one: IManagedIdentity, two: IManagedIdentity) => unknown;

test.each<[string, Access]>([
  ["another role", (stack, _, two) => bind(stack, two, { role: WRITER })],
  ["another scope", (stack, _, two) => bind(stack, two, { scope: ACCOUNT_ID })],
  ["a condition", (stack, _, two) => bind(stack, two, { condition: "@Resource[x] StringEquals 'y'" })],
  ["a role less", () => undefined],
  [
    "roles of which nobody knows how many",
    (stack, one, two) => [bind(stack, two), bindEach(stack, one), bindEach(stack, two)],
  ],
  ["a group as well", (stack, _, two) => [bind(stack, two), member(stack, two, GUID)]],
  [
    "another group",
    (stack, one, two) => [bind(stack, two), member(stack, one, GUID), member(stack, two, SUBSCRIPTION)],
  ],
])("a machine with %s is another one", (_, give) => {
  const stack = newStack();
  const [one, two] = [reading(stack, "one"), machine(stack, "two")];
  give(stack, one, two);
  expect(found(RULE, stack)).toEqual([]);
});

interface Grant {
  readonly role?: Role;
  readonly scope?: string;
  readonly condition?: string;
}

function bind(stack: TerraformStack, identity: IManagedIdentity, grant: Grant = {}): void {
  new IdentityRoleBinding(stack, "two-reads", { identity, role: READER, scope: RESOURCE_GROUP_ID, ...grant });
}

function bindEach(stack: TerraformStack, identity: IManagedIdentity): void {
  const forEach = TerraformIterator.fromList([RESOURCE_GROUP_ID]);
  new IdentityRoleBinding(stack, `each-${(identity as VmWithSystemIdentity).node.id}`, {
    identity,
    role: READER,
    scope: forEach.value,
    forEach,
  });
}

function member(stack: TerraformStack, identity: VmWithSystemIdentity | IManagedIdentity, group: string) {
  return new GroupMembership(stack, `member-${group}-${(identity as VmWithSystemIdentity).node.id}`, {
    member: identity,
    groupObjectId: group,
  });
}

test("a role is the same however it is given, and a scope too", () => {
  const stack = checkedStack();
  const vm = rawVm(stack, "raw", { type: "SystemAssigned" });
  reading(stack, "one", `${RESOURCE_GROUP_ID.toUpperCase()}/`.replace("/SUBSCRIPTIONS", "/subscriptions"));
  rawBinding(stack, "raw-reads", {
    principalId: vm.identity.principalId,
    roleDefinitionId: undefined,
    roleDefinitionName: "reader",
  });
  expect(places(RULE, stack)).toEqual(["information test/one"]);
});

test("memberships alone, counted machines and other hosts are left out", () => {
  const stack = newStack();
  for (const id of ["one", "two"]) member(stack, machine(stack, id), GUID);
  const counted = rawVm(stack, "counted", { type: "SystemAssigned" });
  counted.count = TerraformCount.of(2);
  rawBinding(stack, "counted-reads", { principalId: `\${${counted.fqn}[0].identity[0].principal_id}` });
  reading(stack, "three");
  for (const id of ["app", "other-app"]) {
    const identity = { type: "SystemAssigned" };
    const app = new LinuxWebApp(stack, id, {
      ...GROUP,
      name: id,
      servicePlanId: "",
      siteConfig: {},
      identity,
    });
    rawBinding(stack, `${id}-reads`, { principalId: app.identity.principalId, scope: ACCOUNT_ID });
  }
  new Vm(stack, "none", { ...VM, name: "vm-none" });
  expect(found(RULE, stack)).toEqual([]);
});

test("machines of several stacks are compared, and stages with groups of their own are not the same", () => {
  const app = newApp();
  const [dev, prod] = [newStack("dev", app), newStack("prod", app)];
  reading(dev, "vm", "${azurerm_resource_group.group.id}");
  reading(prod, "vm", "${azurerm_resource_group.group.id}");
  expect(found(RULE, prepared(app))).toEqual([]);
  reading(dev, "again");
  reading(prod, "again");
  expect(places(RULE, prepared(app))).toEqual(["information dev/again"]);
});

test("it can be accepted at the machine that is named first, or second", () => {
  for (const id of ["one", "two"]) {
    const stack = newStack();
    const machines = { one: reading(stack, "one"), two: reading(stack, "two") };
    IdentityRules.acknowledge(machines[id as "one"], {
      id: RULE,
      reason: "the log says which machine it was",
    });
    expect(found(RULE, stack)).toEqual([]);
  }
});

const SCOPES = [RESOURCE_GROUP_ID, ACCOUNT_ID, `${RESOURCE_GROUP_ID}2`];

test("property: there is one finding for each set of roles that several machines have", () => {
  const sets = fc.array(fc.shuffledSubarray(SCOPES), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(sets, (machines) => {
      const stack = newStack();
      machines.forEach((scopes, at) => {
        const vm = machine(stack, `m${at}`);
        for (const scope of scopes) vm.assignRole(`reads-${SCOPES.indexOf(scope)}`, READER, scope);
      });
      const keys = machines.map((scopes) => [...scopes].sort().join()).filter((key) => key !== "");
      const shared = new Set(keys.filter((key, at) => keys.indexOf(key) !== at));
      expect(found(RULE, stack)).toHaveLength(shared.size);
    }),
    { numRuns: 30 },
  );
});
