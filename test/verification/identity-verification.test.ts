import { DataAzurermVirtualMachine } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-machine";
import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { StorageContainer } from "@cdktf/provider-azurerm/lib/storage-container";
import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import {
  type ITerraformDependable,
  TerraformCount,
  TerraformIterator,
  type TerraformStack,
  TerraformVariable,
  Testing,
} from "cdktf";
import {
  type AzureCloud,
  IdentityRoleBinding,
  IdentityVerification,
  type IdentityVerificationProps,
  OperatingSystem,
  Role,
  Scope,
  UserAssignedIdentity,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import { Construct } from "constructs";
import { linuxScript } from "../../lib/verification/linux-script";
import { scriptSettings } from "../../lib/verification/script-settings";
import { windowsScript } from "../../lib/verification/windows-script";
import { addresses, overrideLogicalIds } from "../constructs";
import { RAW_VM, RESOURCE_GROUP_ID, rawBinding, VM } from "../rules/support";
import { GROUP, GUID, newApp, newStack, SUBSCRIPTION, synthesized } from "../support";

const READER = Role.builtIn("Reader");
const MACHINE_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.Compute/virtualMachines/vm`;
const ACCOUNT_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.Storage/storageAccounts/st`;
const OWN_MACHINE = { virtualMachine: { id: MACHINE_ID }, osType: "Linux", location: "westeurope" } as const;
const KNOWN = { principalId: GUID, tenantId: GUID };

// biome-ignore lint/suspicious/noExplicitAny: tests look into JSON freely
function command(stack: TerraformStack, id = "check"): any {
  return synthesized(stack).resource.azurerm_virtual_machine_run_command[id];
}

function machine(stack: TerraformStack, id = "vm"): VmWithSystemIdentity {
  return new VmWithSystemIdentity(stack, id, { ...VM, name: id });
}

function check(stack: TerraformStack, props: Partial<IdentityVerificationProps> = {}): IdentityVerification {
  return new IdentityVerification(stack, "check", {
    ...OWN_MACHINE,
    identity: KNOWN,
    scope: RESOURCE_GROUP_ID,
    ...props,
  });
}

function parameters(stack: TerraformStack): Record<string, string> {
  const all: { name: string; value: string }[] = command(stack).parameter;
  return Object.fromEntries(all.map(({ name, value }) => [name, value]));
}

test("the check of a machine's own identity runs on that machine and waits for its roles", () => {
  const stack = newStack();
  const vm = machine(stack);
  const verification = new IdentityVerification(stack, "check", {
    virtualMachine: vm,
    identity: vm,
    scope: RESOURCE_GROUP_ID,
  });
  vm.assignRole("reader", READER, RESOURCE_GROUP_ID);
  const { source, name, ...rest } = command(stack);
  expect(rest).toEqual({
    virtual_machine_id: "${azurerm_linux_virtual_machine.vm.id}",
    location: "${azurerm_linux_virtual_machine.vm.location}",
    parameter: [
      { name: "IDENTITY_SCOPE", value: RESOURCE_GROUP_ID },
      {
        name: "IDENTITY_PRINCIPAL_ID",
        value: "${azurerm_linux_virtual_machine.vm.identity[0].principal_id}",
      },
    ],
    timeouts: { create: "25m" },
    depends_on: ["azurerm_role_assignment.vm_reader_D026626D"],
  });
  expect(addresses(stack)).toContain("azurerm_virtual_machine_run_command.check");
  expect(verification.node.defaultChild).toBe(verification.resource);
});

test("a user-assigned identity, of a construct or raw, is asked for by its client id", () => {
  for (const make of [UserAssignedIdentity, RawIdentity]) {
    const stack = newStack();
    check(stack, { identity: new make(stack, "identity", { ...GROUP, name: "id-a" }) });
    expect(parameters(stack)).toEqual({
      IDENTITY_SCOPE: RESOURCE_GROUP_ID,
      IDENTITY_PRINCIPAL_ID: "${azurerm_user_assigned_identity.identity.principal_id}",
      IDENTITY_CLIENT_ID: "${azurerm_user_assigned_identity.identity.client_id}",
    });
  }
});

test("the name has a hash of all that is checked, worked out by Terraform", () => {
  const stack = newStack();
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-a" });
  const group = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
  check(stack, { identity, scope: group.id, namePrefix: "orders", triggers: ["once more", group.location] });
  identity.assignRole("reader", READER, group.id);
  expect(command(stack).name).toMatch(
    /^orders-\$\{substr\(sha256\(jsonencode\(\["[0-9a-f]{16}", .*\]\)\), 0, 16\)\}$/,
  );
  for (const part of [
    `"${MACHINE_ID}"`,
    "azurerm_resource_group.group.id",
    "azurerm_user_assigned_identity.identity.principal_id",
    "azurerm_user_assigned_identity.identity.client_id",
    '"once more"',
    "azurerm_resource_group.group.location",
    "azurerm_role_assignment.identity_reader_3C637612.id",
  ]) {
    expect(command(stack).name).toContain(`, ${part}`);
  }
});

test("another cloud, another wait and another system make another name, and the same again the same one", () => {
  const nameOf = (props: Partial<IdentityVerificationProps>) => {
    const stack = newStack();
    check(stack, props);
    return command(stack).name;
  };
  const names = [
    {},
    { cloud: "AzureChina" as const },
    { accessMinutes: 20 },
    { osType: "Windows" as const },
    { triggers: ["a"] },
    { scope: `${RESOURCE_GROUP_ID}-other` },
    { scope: ACCOUNT_ID, apiVersion: "2023-05-01" },
    { scope: ACCOUNT_ID, apiVersion: "2023-01-01" },
  ].map(nameOf);
  expect(new Set(names).size).toBe(names.length);
  expect(nameOf({})).toBe(names[0]);
});

test("the script is that of the operating system and the cloud, and Terraform reads it as text", () => {
  const scriptOf = (props: Partial<IdentityVerificationProps>) => {
    const stack = newStack();
    check(stack, props);
    return command(stack).source.script;
  };
  const asTerraformReads = (text: string) => text.replace(/([$%])\1\{/g, "$1{");
  expect(asTerraformReads(scriptOf({}))).toBe(linuxScript(scriptSettings("AzurePublic", 15)));
  expect(scriptOf({})).not.toMatch(/(?<![$%])[$%]\{/);
  expect(
    asTerraformReads(scriptOf({ osType: "Windows", cloud: "AzureUSGovernment", accessMinutes: 5 })),
  ).toBe(windowsScript(scriptSettings("AzureUSGovernment", 5)));
});

test("the machine's resource says its system, in a construct or raw", () => {
  const stack = newStack();
  const operatingSystem = OperatingSystem.windows({
    adminUsername: "azureuser",
    adminPassword: "Not-a-secret-1",
  });
  const windows = new VmWithSystemIdentity(stack, "vm", { ...VM, name: "vm-windows", operatingSystem });
  check(stack, { virtualMachine: windows, osType: undefined });
  expect(command(stack).source.script).toContain("param(");
  const other = newStack();
  check(other, {
    virtualMachine: new LinuxVirtualMachine(other, "vm", RAW_VM),
    osType: undefined,
    location: undefined,
  });
  expect(command(other).source.script).toMatch(/^#!\/bin\/bash\n/);
  expect(command(other).location).toBe("${azurerm_linux_virtual_machine.vm.location}");
});

test.each([
  ["AzurePublic", "https://management.azure.com", "AzurePublicCloud"],
  ["AzureUSGovernment", "https://management.usgovcloudapi.net", "AzureUSGovernmentCloud"],
  ["AzureChina", "https://management.chinacloudapi.cn", "AzureChinaCloud"],
] as const)("%s is asked where it is", (cloud, manager, environment) => {
  for (const script of [linuxScript, windowsScript]) {
    const text = script(scriptSettings(cloud as AzureCloud, 15));
    expect(text).toContain(`manager = '${manager}'`.replace(" = ", script === linuxScript ? "=" : " = "));
    expect(text).toContain(encodeURIComponent(`${manager}/`));
    expect(text).toContain(`'${environment}'`);
    expect(text.match(/https:\/\/[\w.]+/g)).toEqual([manager]);
    expect(text.match(/http:\/\/[\w.]+/g)).toEqual(["http://169.254.169.254"]);
  }
});

test("it waits as long as was asked for, and Terraform a while longer", () => {
  for (const minutes of [1, 15, 60]) {
    const { accessDelays, tokenDelays } = scriptSettings("AzurePublic", minutes);
    const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0);
    expect(sum(accessDelays)).toBe(minutes * 60);
    expect(Math.max(...accessDelays)).toBeLessThanOrEqual(60);
    expect(tokenDelays.slice(0, 5)).toEqual([0, 2, 6, 14, 30]);
    expect(sum(tokenDelays)).toBeGreaterThan(70);
    const stack = newStack();
    check(stack, { accessMinutes: minutes });
    expect(command(stack).timeouts).toEqual({ create: `${minutes + 10}m` });
  }
});

test("it waits for all bindings of its identity that can cover the scope, also raw ones and ones made later", () => {
  const stack = newStack();
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-a" });
  check(stack, { identity });
  identity.assignRole("reader", READER, RESOURCE_GROUP_ID);
  new IdentityRoleBinding(stack, "binding", {
    identity,
    role: READER,
    scope: Scope.subscription(SUBSCRIPTION),
  });
  rawBinding(stack, "raw", { principalId: identity.principalId });
  rawBinding(stack, "set").principalId = identity.principalId;
  rawBinding(stack, "overridden").addOverride("principal_id", identity.principalId);
  rawBinding(stack, "moved-on", { principalId: identity.principalId }).addOverride("principal_id", GUID);
  rawBinding(stack, "other");
  new IdentityRoleBinding(stack, "of-the-machine", {
    identity: machine(stack),
    role: READER,
    scope: ACCOUNT_ID,
  });
  expect(command(stack).depends_on).toEqual([
    "azurerm_role_assignment.identity_reader_3C637612",
    "azurerm_role_assignment.binding",
    "azurerm_role_assignment.raw",
    "azurerm_role_assignment.set",
    "azurerm_role_assignment.overridden",
  ]);
});

test("a principal that is written out is the same in other letters", () => {
  const stack = newStack();
  check(stack);
  rawBinding(stack, "raw", { principalId: GUID.toUpperCase() });
  expect(command(stack).depends_on).toEqual(["azurerm_role_assignment.raw"]);
});

test("bindings that are many count with all of them", () => {
  const stack = newStack();
  check(stack);
  rawBinding(stack, "counted", { principalId: GUID, count: TerraformCount.of(2) });
  rawBinding(stack, "each", { principalId: GUID, forEach: TerraformIterator.fromList(["a", "b"]) });
  expect(command(stack).depends_on).toEqual([
    "azurerm_role_assignment.counted",
    "azurerm_role_assignment.each",
  ]);
  expect(command(stack).name).toContain(
    ", azurerm_role_assignment.counted[*].id, values(azurerm_role_assignment.each)[*].id]",
  );
});

test("given bindings are what it waits for, and dependsOn adds to them", () => {
  const stack = newStack();
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-a" });
  const given = identity.assignRole("reader", READER, RESOURCE_GROUP_ID);
  identity.assignRole("other", READER, ACCOUNT_ID);
  const group = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
  const looked = new DataAzurermVirtualMachine(stack, "looked", { name: "vm", resourceGroupName: "rg" });
  check(stack, { identity, bindings: [given], dependsOn: [group, looked] });
  expect(command(stack).depends_on).toEqual([
    "azurerm_resource_group.group",
    "data.azurerm_virtual_machine.looked",
    "azurerm_role_assignment.identity_reader_3C637612",
  ]);
});

test("without anything to wait for it waits for nothing", () => {
  const stack = newStack();
  check(stack);
  expect(command(stack).depends_on ?? []).toEqual([]);
});

test("bindings in another stack have that one deployed before", () => {
  const app = newApp();
  const access = newStack("access", app);
  const binding = new IdentityRoleBinding(access, "binding", {
    identity: KNOWN,
    role: READER,
    scope: ACCOUNT_ID,
  });
  const stack = newStack("checks", app);
  check(stack, { bindings: [binding] });
  app.synth();
  expect(stack.dependencies).toEqual([access]);
  expect(command(stack).depends_on ?? []).toEqual([]);
});

test("in a stack of its own, it waits for the bindings that are there", () => {
  const app = newApp();
  const identity = new UserAssignedIdentity(newStack("access", app), "identity", { ...GROUP, name: "id-a" });
  const stack = newStack("checks", app);
  check(stack, { identity });
  new IdentityRoleBinding(stack, "binding", { identity, role: READER, scope: RESOURCE_GROUP_ID });
  app.synth();
  expect(command(stack).depends_on).toEqual(["azurerm_role_assignment.binding"]);
  expect(parameters(stack).IDENTITY_CLIENT_ID).toMatch(/^\$\{data\.terraform_remote_state\./);
});

test("others can wait for it", () => {
  const stack = newStack();
  const verification = check(stack);
  new ResourceGroup(stack, "after", { name: "rg", location: "westeurope", dependsOn: [verification] });
  expect(synthesized(stack).resource.azurerm_resource_group.after.depends_on).toEqual([
    "azurerm_virtual_machine_run_command.check",
  ]);
});

test("logical ids can be overridden afterwards: it reads none before the synth", () => {
  const stack = newStack();
  const vm = machine(stack);
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-a" });
  check(stack, { virtualMachine: vm, identity, osType: undefined, location: undefined });
  identity.assignRole("reader", READER, RESOURCE_GROUP_ID);
  for (const id of ["vm", "identity", "check"]) {
    overrideLogicalIds(stack, id);
    stack.node.findChild(id).node.findAll();
  }
  vm.resource.overrideLogicalId("renamed_vm");
  identity.resource.overrideLogicalId("renamed_identity");
  const { depends_on: awaited, ...rest } = command(stack, "renamed_0");
  expect(JSON.stringify(rest)).toContain("azurerm_linux_virtual_machine.renamed_vm.id");
  expect(JSON.stringify(rest)).toContain("azurerm_user_assigned_identity.renamed_identity.client_id");
  expect(awaited).toEqual(["azurerm_role_assignment.renamed_1"]);
});

test("its resource takes the meta-arguments, tags and overrides", () => {
  const stack = newStack();
  const provider = new AzurermProvider(stack, "other", { features: [{}], alias: "other" });
  const { resource } = check(stack, {
    provider,
    tags: { team: "orders" },
    lifecycle: { createBeforeDestroy: true },
  });
  resource.addOverride("timeouts.create", "50m");
  expect(command(stack)).toMatchObject({
    provider: "azurerm.other",
    tags: { team: "orders" },
    lifecycle: { create_before_destroy: true },
    timeouts: { create: "50m" },
  });
});

test("everything that is wrong is said at once, and nothing is made", () => {
  const stack = newStack();
  const make = () =>
    new IdentityVerification(stack, "check", {
      virtualMachine: { id: MACHINE_ID },
      identity: KNOWN,
      scope: ACCOUNT_ID,
      accessMinutes: 0.5,
      namePrefix: "-a",
      cloud: "AzureGerman" as AzureCloud,
    });
  expect(make).toThrow(
    [
      `[test/check] scope "${ACCOUNT_ID}" is a resource, and how to read it is not said; allowed are groups and ` +
        "subscriptions, or a resource with the version of its API; set apiVersion, or check its resource group",
      "the operating system of the machine is not known; allowed are Linux and Windows; set osType, or pass the machine " +
        "that this app makes",
      "the region of the machine is not known; allowed is that of the machine; set location",
      "accessMinutes is 0.5; allowed are whole numbers from 1 to 60; set 15, or more",
      'namePrefix "-a" cannot begin the name of a run command; allowed are 1-60 of A-Z a-z 0-9 . - _, first a letter or ' +
        "digit; change it, for example to verify-identity",
      'there is no cloud "AzureGerman"; allowed are AzurePublic, AzureUSGovernment, AzureChina; set one of them',
    ].join("\n  "),
  );
  expect(stack.node.tryFindChild("check")).toBeUndefined();
});

test("without machine, identity and scope it says all three, and makes nothing", () => {
  const stack = newStack();
  for (const props of [{}, undefined]) {
    const make = () => new IdentityVerification(stack, "check", props as never);
    expect(make).toThrow("[test/check] virtualMachine is not given; allowed is a virtual machine; pass");
    expect(make).toThrow(
      "\n  identity is not given; allowed is an identity, or an object with its principalId",
    );
    expect(make).toThrow("\n  scope is not given; allowed is the id of a resource, resource group,");
  }
  expect(stack.node.tryFindChild("check")).toBeUndefined();
});

test.each(["", "/", "rg-orders", "${azurerm_resource_group.group}x"])("scope %j", (scope) => {
  const make = () => check(newStack(), { scope });
  if (scope.includes("${")) expect(make).not.toThrow();
  else expect(make).toThrow(`scope "${scope}" is nothing that Resource Manager can read; allowed is`);
});

test.each([
  RESOURCE_GROUP_ID,
  "/subscriptions/11111111-2222-3333-4444-555555555555",
  "/providers/Microsoft.Management/managementGroups/shops",
])("scope %s needs no version", (scope) => {
  expect(() => check(newStack(), { scope })).not.toThrow();
});

test("a stack that is written as HCL has it too", () => {
  const stack = newStack();
  check(stack);
  rawBinding(stack, "raw", { principalId: GUID });
  expect(Testing.synthHcl(stack)).toContain('resource "azurerm_virtual_machine_run_command" "check"');
});

function storage(stack: TerraformStack, id: string, dependsOn: ITerraformDependable[] = []): StorageAccount {
  return new StorageAccount(stack, id, {
    name: id,
    resourceGroupName: "${azurerm_resource_group.group.name}",
    location: "westeurope",
    accountTier: "Standard",
    accountReplicationType: "LRS",
    dependsOn,
  });
}

test("what it waits for can be added to afterwards, and each is there once", () => {
  const stack = newStack();
  const verification = check(stack);
  const group = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
  rawBinding(stack, "own", { principalId: GUID });
  const [first, second] = ["first", "second"].map(
    (id) =>
      new IdentityRoleBinding(stack, id, {
        identity: machine(stack, `vm-${id}`),
        role: READER,
        scope: group.id,
      }),
  );
  first?.applyBefore(verification);
  first?.applyBefore(verification.resource);
  second?.applyBefore(verification);
  const { resource } = verification;
  resource.dependsOn = [...(resource.dependsOn ?? []), group.fqn, "azurerm_role_assignment.own"];
  expect(command(stack).depends_on).toEqual([
    "azurerm_role_assignment.first",
    "azurerm_role_assignment.second",
    "azurerm_resource_group.group",
    "azurerm_role_assignment.own",
  ]);
  expect(Testing.synthHcl(stack)).toMatch(/depends_on = \[\s*"azurerm_role_assignment\.first",/);
});

test("what waits for the check can get a role of its own: the check is not to wait for that", () => {
  const stack = newStack();
  const group = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-a" });
  const verification = check(stack, { identity, scope: group.id });
  const account = storage(stack, "after", [verification]);
  const later = new ResourceGroup(stack, "later", {
    name: "rg-later",
    location: "westeurope",
    dependsOn: [verification],
  });
  identity.assignRole("account", READER, account.id);
  identity.assignRole("container", READER, `${account.id}/blobServices/default/containers/blobs`);
  identity.assignRole("later", READER, later.id);
  identity.assignRole("group", READER, group.id);
  expect(command(stack).depends_on).toEqual(["azurerm_role_assignment.identity_group_C838E6FF"]);
  expect(command(stack).name).not.toContain("identity_account");
});

test("a role at what the scope is in, or at what nobody knows, is waited for", () => {
  const stack = newStack();
  new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
  new ResourceGroup(stack, "other", { name: "rg-other", location: "westeurope" });
  const [account, beside] = [storage(stack, "account"), storage(stack, "beside")];
  const container = new StorageContainer(stack, "container", { name: "blobs", storageAccountId: account.id });
  const text = new TerraformVariable(stack, "text", { type: "string" });
  check(stack, { scope: container.resourceManagerId, apiVersion: "2023-05-01" });
  const scopes = {
    account: account.id,
    beside: beside.id,
    root: "/",
    subscription: Scope.subscription(SUBSCRIPTION),
    variable: text.stringValue,
  };
  for (const [id, scope] of Object.entries(scopes)) rawBinding(stack, `at-${id}`, { scope });
  const second = new IdentityVerification(stack, "second", {
    ...OWN_MACHINE,
    identity: KNOWN,
    scope: account.id,
    apiVersion: "2023-05-01",
  });
  for (const id of ["group", "other"])
    rawBinding(stack, `at-${id}`, { scope: `\${azurerm_resource_group.${id}.id}` });
  const of = (...ids: string[]) => ids.map((id) => `azurerm_role_assignment.at-${id}`);
  expect(command(stack).depends_on).toEqual(
    of("account", "root", "subscription", "variable", "group", "other"),
  );
  expect(command(stack, second.node.id).depends_on).toEqual(
    of("account", "root", "subscription", "variable", "group"),
  );
});

test("the end of a propagation delay is what it waits for, and the binding itself what it is about", () => {
  for (const isGiven of [true, false]) {
    const stack = newStack();
    const options = { identity: KNOWN, role: READER, scope: RESOURCE_GROUP_ID, propagationDelay: "60s" };
    const binding = new IdentityRoleBinding(stack, "binding", options);
    check(stack, isGiven ? { bindings: [binding, binding], dependsOn: [binding] } : { dependsOn: [binding] });
    expect(command(stack).depends_on).toEqual(["time_sleep.binding_propagation-delay_C29FFD87"]);
    expect(command(stack).name).toContain(", azurerm_role_assignment.binding.id]");
  }
});

test("bindings in another order are the same bindings", () => {
  const nameWith = (...ids: string[]) => {
    const stack = newStack();
    check(stack);
    for (const id of ids) rawBinding(stack, id);
    return command(stack).name;
  };
  expect(nameWith("b", "a", "c")).toBe(nameWith("c", "b", "a"));
  expect(nameWith("b", "a")).not.toBe(nameWith("b", "a", "c"));
});

test("bindings are read once in a pass, however many checks there are", () => {
  const readsWith = (checks: number) => {
    const stack = newStack();
    for (let at = 0; at < checks; at++) {
      new IdentityVerification(stack, `check-${at}`, {
        ...OWN_MACHINE,
        identity: KNOWN,
        scope: RESOURCE_GROUP_ID,
      });
    }
    let reads = 0;
    const binding = rawBinding(stack, "raw");
    Object.defineProperty(binding, "principalIdInput", {
      get: () => {
        reads++;
        return GUID;
      },
    });
    synthesized(stack);
    return reads;
  };
  expect(readsWith(20)).toBe(readsWith(1));
});

test("each synth sees the bindings that there are then, also for a check that comes first", () => {
  const stack = newStack();
  const holder = new Construct(stack, "holder");
  check(stack);
  rawBinding(stack, "first");
  expect(command(stack).depends_on).toEqual(["azurerm_role_assignment.first"]);
  const second = rawBinding(stack, "second");
  expect(command(stack).depends_on).toContain("azurerm_role_assignment.second");
  second.principalId = GUID.replace(/^./, "0");
  expect(command(stack).depends_on).not.toContain("azurerm_role_assignment.second");
  second.principalId = GUID;
  new IdentityVerification(holder, "new", { ...OWN_MACHINE, identity: KNOWN, scope: RESOURCE_GROUP_ID });
  for (const [id, { depends_on }] of Object.entries<{ depends_on: string[] }>(
    synthesized(stack).resource.azurerm_virtual_machine_run_command,
  )) {
    expect([id, depends_on]).toEqual([
      id,
      ["azurerm_role_assignment.first", "azurerm_role_assignment.second"],
    ]);
  }
});
