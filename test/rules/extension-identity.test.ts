import { DataAzurermVirtualMachine } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-machine";
import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import {
  VirtualMachineExtension,
  type VirtualMachineExtensionConfig,
} from "@cdktf/provider-azurerm/lib/virtual-machine-extension";
import { Lazy, TerraformCount, type TerraformStack } from "cdktf";
import { IdentityRules, UserAssignedIdentity, Vm, VmWithSystemIdentity } from "cdktf-azure-identity";
import { GROUP, newApp, newStack } from "../support";
import {
  checkedStack,
  found,
  IDENTITY_ID,
  LATE_TEXTS,
  places,
  prepared,
  RAW_VM,
  RESOURCE_GROUP_ID,
  rawVm,
  VM,
} from "./support";

const RULE = "extension-identity";
const LOGIN = { publisher: "Microsoft.Azure.ActiveDirectory", type: "AADSSHLoginForLinux" };
const MONITOR = { publisher: "Microsoft.Azure.Monitor", type: "AzureMonitorLinuxAgent" };
const USER_ASSIGNED = { type: "UserAssigned", identityIds: [IDENTITY_ID] };

function extension(
  stack: TerraformStack,
  id: string,
  config: Pick<VirtualMachineExtensionConfig, "virtualMachineId"> & Partial<VirtualMachineExtensionConfig>,
): VirtualMachineExtension {
  return new VirtualMachineExtension(stack, id, { name: id, typeHandlerVersion: "1.0", ...LOGIN, ...config });
}

test("a machine with an identity of its own runs all of these extensions", () => {
  const stack = newStack();
  const vm = new VmWithSystemIdentity(stack, "vm", VM);
  extension(stack, "login", { virtualMachineId: vm.id });
  extension(stack, "monitor", { virtualMachineId: vm.id, ...MONITOR });
  expect(found(RULE, stack)).toEqual([]);
});

test("login on a machine without an identity is a warning that says what the extension needs", () => {
  const stack = newStack();
  extension(stack, "login", { virtualMachineId: new Vm(stack, "vm", VM).id });
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "warning",
      stack: "test",
      path: "test/login",
      address: "azurerm_virtual_machine_extension.login",
      message:
        "extension AADSSHLoginForLinux signs in as the system-assigned identity of test/vm, which has none; allowed is " +
        "a machine with one; make it a VmWithSystemIdentity (raw: add SystemAssigned to the type of its identity block)",
    },
  ]);
});

test("the monitoring agent asks for any identity", () => {
  const stack = newStack();
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-a" });
  const withOne = new Vm(stack, "with-one", { ...VM, name: "vm-a", userAssignedIdentities: [identity] });
  const without = new Vm(stack, "without", { ...VM, name: "vm-b" });
  extension(stack, "good", { virtualMachineId: withOne.id, ...MONITOR });
  extension(stack, "bad", { virtualMachineId: without.id, ...MONITOR });
  expect(found(RULE, stack).map(({ path, message }) => [path, message])).toEqual([
    [
      "test/bad",
      "extension AzureMonitorLinuxAgent signs in as an identity of test/without, which has none; allowed is a machine " +
        "with any identity; make it a VmWithSystemIdentity (raw: add SystemAssigned to the type of its identity " +
        "block), or attach a user-assigned identity",
    ],
  ]);
});

test.each([
  ["Microsoft.Azure.ActiveDirectory", "AADSSHLoginForLinux", 2],
  ["microsoft.azure.activedirectory", "aadloginforwindows", 2],
  ["Microsoft.Azure.Monitor", "AzureMonitorWindowsAgent", 1],
  ["Microsoft.GuestConfiguration", "ConfigurationforLinux", 2],
  ["Microsoft.GuestConfiguration", "ConfigurationForWindows", 2],
  ["Microsoft.Azure.Extensions", "CustomScript", 0],
  ["Contoso.Login", "AADSSHLoginForLinux", 0],
])("%s %s on a machine with none and one with user-assigned identities alone: %d findings", (publisher, type, count) => {
  const stack = checkedStack();
  const none = new LinuxVirtualMachine(stack, "none", RAW_VM);
  const userAssigned = rawVm(stack, "user-assigned", USER_ASSIGNED);
  extension(stack, "a", { virtualMachineId: none.id, publisher, type });
  extension(stack, "b", { virtualMachineId: userAssigned.id, publisher, type });
  expect(found(RULE, stack)).toHaveLength(count);
});

test("enforced, it is an error", () => {
  const stack = newStack();
  extension(stack, "login", { virtualMachineId: new Vm(stack, "vm", VM).id });
  IdentityRules.enforce(stack);
  expect(places(RULE, stack)).toEqual(["error test/login"]);
});

test.each(LATE_TEXTS)("%s as the machine of the extension says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(
    stack,
    `${RESOURCE_GROUP_ID}/providers/Microsoft.Compute/virtualMachines/vm`,
  );
  extension(stack, "login", { virtualMachineId: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as the type of the machine's identity says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "SystemAssigned");
  const vm = rawVm(stack, "vm", { type: text });
  Object.assign(vm, repeated);
  extension(stack, "login", { virtualMachineId: vm.id });
  expect(found(RULE, stack)).toEqual([]);
});

test("a dynamic identity block, one that others may change, and a machine made elsewhere say nothing", () => {
  const stack = checkedStack();
  const dynamic = new LinuxVirtualMachine(stack, "dynamic", { ...RAW_VM, name: "vm-a" });
  dynamic.addOverride("dynamic.identity", {
    for_each: "${var.identities}",
    content: { type: "SystemAssigned" },
  });
  const policy = { ...RAW_VM, name: "vm-b", lifecycle: { ignoreChanges: ["identity"] } };
  const all = { ...RAW_VM, name: "vm-c", lifecycle: { ignoreChanges: "all" as const } };
  const lookup = new DataAzurermVirtualMachine(stack, "lookup", {
    name: "vm",
    resourceGroupName: "rg-orders",
  });
  const ids = [
    dynamic.id,
    new LinuxVirtualMachine(stack, "policy", policy).id,
    new LinuxVirtualMachine(stack, "all", all).id,
    lookup.id,
    "${azurerm_linux_virtual_machine.nowhere.id}",
  ];
  for (const [at, virtualMachineId] of ids.entries()) extension(stack, `login-${at}`, { virtualMachineId });
  expect(found(RULE, stack)).toEqual([]);
});

test("what the machine and the extension say after overrides and setters counts", () => {
  const stack = checkedStack();
  const mended = new LinuxVirtualMachine(stack, "mended", { ...RAW_VM, name: "vm-a" });
  const broken = rawVm(stack, "broken", { type: "SystemAssigned" });
  extension(stack, "good", { virtualMachineId: mended.id });
  extension(stack, "bad", { virtualMachineId: broken.id });
  extension(stack, "other", { virtualMachineId: broken.id }).type = "CustomScript";
  const lazy = { ...MONITOR, type: Lazy.stringValue({ produce: () => "AADLoginForWindows" }) };
  extension(stack, "late", { virtualMachineId: broken.id, ...lazy }).publisher = LOGIN.publisher;
  mended.putIdentity({ type: "SystemAssigned" });
  broken.addOverride("identity.type", "UserAssigned");
  expect(places(RULE, stack)).toEqual(["warning test/bad", "warning test/late"]);
});

test("a counted extension on a counted machine is one finding", () => {
  const stack = checkedStack();
  new LinuxVirtualMachine(stack, "vm", { ...RAW_VM, count: TerraformCount.of(2) });
  const virtualMachineId = "${azurerm_linux_virtual_machine.vm[count.index].id}";
  extension(stack, "login", { virtualMachineId, count: TerraformCount.of(2) });
  expect(places(RULE, stack)).toEqual(["warning test/login"]);
});

test("the machine may be in another stack", () => {
  const app = newApp();
  const machines = newStack("machines", app);
  const without = new Vm(machines, "without", { ...VM, name: "vm-a" });
  const having = new VmWithSystemIdentity(machines, "having", { ...VM, name: "vm-b" });
  const stack = checkedStack("test", app);
  extension(stack, "bad", { virtualMachineId: without.id });
  extension(stack, "good", { virtualMachineId: having.id });
  expect(places(RULE, prepared(app))).toEqual(["warning test/bad"]);
});
