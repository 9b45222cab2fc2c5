import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import {
  LinuxVirtualMachineScaleSet,
  type LinuxVirtualMachineScaleSetConfig,
} from "@cdktf/provider-azurerm/lib/linux-virtual-machine-scale-set";
import {
  OrchestratedVirtualMachineScaleSet,
  type OrchestratedVirtualMachineScaleSetOsProfile,
} from "@cdktf/provider-azurerm/lib/orchestrated-virtual-machine-scale-set";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { WindowsVirtualMachine } from "@cdktf/provider-azurerm/lib/windows-virtual-machine";
import {
  WindowsVirtualMachineScaleSet,
  type WindowsVirtualMachineScaleSetConfig,
} from "@cdktf/provider-azurerm/lib/windows-virtual-machine-scale-set";
import { Lazy, TerraformCount } from "cdktf";
import { OperatingSystem, OrchestratedScaleSet, ScaleSet, Vm } from "cdktf-azure-identity";
import { GROUP, newApp, newStack } from "../support";
import { checkedStack, found, LATE_TEXTS, places, prepared, RAW_VM, SCALE_SET, VM } from "./support";

const RULE = "computer-name";

const WINDOWS_VM = {
  ...VM,
  operatingSystem: OperatingSystem.windows({ adminUsername: "azureuser", adminPassword: "${var.password}" }),
};
const ANY_RAW_SET = {
  ...RAW_VM,
  name: "vmss",
  sku: "Standard_B2s",
  instances: 1,
  networkInterface: [{ name: "nic", primary: true, ipConfiguration: [{ name: "internal" }] }],
};
const LINUX_SCALE_SET: LinuxVirtualMachineScaleSetConfig = { ...ANY_RAW_SET, adminUsername: "azureuser" };
const WINDOWS_SCALE_SET: WindowsVirtualMachineScaleSetConfig = {
  ...ANY_RAW_SET,
  adminUsername: "azureuser",
  adminPassword: "${var.password}",
};

test.each([
  "a",
  "vm-orders",
  "vm.orders",
  "a".repeat(64),
])("the computer name %s is legal", (computerName) => {
  const stack = newStack();
  new Vm(stack, "vm", { ...VM, name: "vm_orders", computerName });
  expect(found(RULE, stack)).toEqual([]);
});

test("a computer name taken from the machine's name is an error that says where it comes from", () => {
  const stack = newStack();
  new Vm(stack, "vm", { ...VM, name: "vm_orders" });
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/vm",
      address: "azurerm_linux_virtual_machine.vm",
      message:
        'computer name, taken from the name of the virtual machine, "vm_orders" contains "_"; allowed are 1-64 of ' +
        'A-Z a-z 0-9 . -, first and last a letter or digit; set computerName, for example to "vm-orders"',
    },
  ]);
});

test("a computer name that is given is an error that asks to change it", () => {
  const stack = newStack();
  new Vm(stack, "vm", { ...VM, computerName: "orders_1" });
  expect(found(RULE, stack).map(({ message }) => message)).toEqual([
    'computer name "orders_1" contains "_"; allowed are 1-64 of A-Z a-z 0-9 . -, first and last a letter or digit; ' +
      'change computerName, for example to "orders-1"',
  ]);
});

test.each(["", "-vm", "vm-", "vm.", "a".repeat(65)])("the computer name %j is an error", (computerName) => {
  const stack = newStack();
  new Vm(stack, "vm", { ...VM, computerName });
  expect(places(RULE, stack)).toEqual(["error test/vm"]);
});

test("a name that no machine may have is left to the rule about names of machines", () => {
  const stack = newStack();
  new Vm(stack, "vm", { ...VM, name: "-vm" });
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as a computer name says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "orders");
  new LinuxVirtualMachine(stack, "raw", { ...RAW_VM, computerName: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as the machine's name says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "vm");
  new LinuxVirtualMachine(stack, "raw", { ...RAW_VM, name: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("the literal part of a computer name is checked, and so is a lazy one", () => {
  const stack = newStack();
  new Vm(stack, "partly", { ...VM, name: "vm-a", computerName: "orders_${local.text}" });
  const computerName = Lazy.stringValue({ produce: () => "orders_1" });
  new Vm(stack, "lazy", { ...VM, name: "vm-b", computerName });
  expect(places(RULE, stack)).toEqual(["error test/partly", "error test/lazy"]);
});

test("the computer name counts that a machine has after overrides and setters", () => {
  const stack = newStack();
  const vmNamed = (id: string, computerName: string) =>
    new Vm(stack, id, { ...VM, name: `vm_${id}`, computerName }).resource;
  vmNamed("mended", "a_b").addOverride("computer_name", "mended");
  vmNamed("reset", "a_b").computerName = "reset";
  vmNamed("overridden", "overridden").addOverride("computer_name", "a_b");
  vmNamed("set", "set").computerName = "a_b";
  vmNamed("unset", "unset").resetComputerName();
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set", "error test/unset"]);
});

test("a raw machine with an illegal computer name is an error, one that is taken from its name a warning, as it may exist", () => {
  const stack = checkedStack();
  new LinuxVirtualMachine(stack, "given", { ...RAW_VM, computerName: "a_b" });
  new LinuxVirtualMachine(stack, "taken", { ...RAW_VM, name: "vm_raw" });
  new LinuxVirtualMachine(stack, "counted", { ...RAW_VM, name: "vm_raw", count: TerraformCount.of(2) });
  new LinuxVirtualMachine(stack, "overridden", RAW_VM).addOverride("computer_name", "a_b");
  new LinuxVirtualMachine(stack, "set", RAW_VM).computerName = "a_b";
  new LinuxVirtualMachine(stack, "mended", { ...RAW_VM, computerName: "a_b" }).computerName = "a-b";
  expect(places(RULE, stack)).toEqual([
    "error test/given",
    "warning test/taken",
    "warning test/counted",
    "error test/overridden",
    "error test/set",
  ]);
});

test("a machine from a disk of its own keeps the name that is on the disk", () => {
  const stack = checkedStack();
  new LinuxVirtualMachine(stack, "raw", { ...RAW_VM, name: "vm_raw", osManagedDiskId: "${local.disk}" });
  expect(found(RULE, stack)).toEqual([]);
});

test("a computer name taken from a resource of another stack is checked where it is used", () => {
  const app = newApp();
  const group = new ResourceGroup(newStack("groups", app), "group", { name: "rg_a", location: "westeurope" });
  new Vm(newStack("test", app), "vm", { ...VM, computerName: group.name });
  expect(places(RULE, prepared(app))).toEqual(["error test/vm"]);
});

test.each(["a", "vm-1", "1a", "a".repeat(15)])("the Windows computer name %s is legal", (computerName) => {
  const stack = newStack();
  new Vm(stack, "vm", { ...WINDOWS_VM, name: "vm_orders_with_a_long_name", computerName });
  expect(found(RULE, stack)).toEqual([]);
});

test.each([
  "",
  "-vm",
  "vm-",
  "vm.a",
  "vm_a",
  "123",
  "a".repeat(16),
])("the Windows computer name %j is an error", (computerName) => {
  const stack = newStack();
  new Vm(stack, "vm", { ...WINDOWS_VM, computerName });
  expect(places(RULE, stack)).toEqual(["error test/vm"]);
});

test("the name of a Windows machine that is too long for its computer name suggests one that is not", () => {
  const stack = newStack();
  new Vm(stack, "vm", { ...WINDOWS_VM, name: "web-frontend-prod" });
  expect(found(RULE, stack).map(({ message }) => message)).toEqual([
    'computer name, taken from the name of the virtual machine, "web-frontend-prod" has 17 characters; allowed are ' +
      "1-15 of A-Z a-z 0-9 -, first and last a letter or digit, not digits alone; set computerName, for example to " +
      '"web-frontend-pr"',
  ]);
});

test("a raw Windows machine is judged like that too, and left alone where only a part is known", () => {
  const stack = checkedStack();
  new WindowsVirtualMachine(stack, "long", { ...RAW_VM, name: "web-frontend-prod" });
  new WindowsVirtualMachine(stack, "given", { ...RAW_VM, computerName: "web.prod" });
  new WindowsVirtualMachine(stack, "named", { ...RAW_VM, name: "web-frontend-prod", computerName: "web" });
  new WindowsVirtualMachine(stack, "partly", { ...RAW_VM, name: "web-${local.text}" });
  expect(places(RULE, stack)).toEqual(["warning test/long", "error test/given"]);
});

test("a scale set takes the prefix of its computer names from its own name", () => {
  const stack = checkedStack();
  new LinuxVirtualMachineScaleSet(stack, "linux", { ...LINUX_SCALE_SET, name: "vmss_orders" });
  new WindowsVirtualMachineScaleSet(stack, "windows", { ...WINDOWS_SCALE_SET, name: "vmss-orders" });
  expect(found(RULE, stack).map(({ level, message }) => `${level}: ${message}`)).toEqual([
    'warning: computer name prefix, taken from the name of the scale set, "vmss_orders" contains "_"; allowed are 1-58 ' +
      "of A-Z a-z 0-9 . -, first a letter or digit, last not a dot; set computerNamePrefix, for example to " +
      '"vmss-orders"',
    'warning: computer name prefix, taken from the name of the scale set, "vmss-orders" has 11 characters; allowed are ' +
      "1-9 of A-Z a-z 0-9 -, first a letter or digit, not digits alone; set computerNamePrefix, for example to " +
      '"vmss-orde"',
  ]);
});

test("a name that no scale set may have is left to the rule about names of scale sets", () => {
  const stack = checkedStack();
  new LinuxVirtualMachineScaleSet(stack, "linux", { ...LINUX_SCALE_SET, name: "-vmss" });
  expect(found(RULE, stack)).toEqual([]);
});

test("a scale set with flexible orchestration has its prefix in the block of its system", () => {
  const stack = checkedStack();
  const flexible = (id: string, name: string, osProfile?: OrchestratedVirtualMachineScaleSetOsProfile) =>
    new OrchestratedVirtualMachineScaleSet(stack, id, {
      ...GROUP,
      name,
      platformFaultDomainCount: 1,
      osProfile,
    });
  const login = { adminUsername: "azureuser", adminPassword: "${var.password}" };
  const linux = (computerNamePrefix?: string) => ({ linuxConfiguration: { ...login, computerNamePrefix } });
  const windows = (computerNamePrefix?: string) => ({
    windowsConfiguration: { ...login, computerNamePrefix },
  });
  flexible("no-profile", "vmss_no-profile");
  flexible("a", "vmss_a", linux("web-"));
  flexible("b", "vmss_b", linux());
  flexible("c", "vmss_c", linux("web_"));
  flexible("d", "vmss-orders", windows());
  flexible("e", "vmss-e", windows("vmss-order"));
  flexible("f", "vmss-f", windows()).addOverride(
    "os_profile.windows_configuration.computer_name_prefix",
    "a_",
  );
  flexible("g", "vmss_g").addOverride("os_profile.dynamic.linux_configuration", { for_each: [1] });
  expect(places(RULE, stack)).toEqual([
    "warning test/b",
    "error test/c",
    "warning test/d",
    "error test/e",
    "error test/f",
  ]);
});

test("scale sets made here are errors, wherever the prefix comes from", () => {
  const stack = newStack();
  const { operatingSystem } = WINDOWS_VM;
  const flexible = { ...SCALE_SET, skuName: SCALE_SET.sku };
  new ScaleSet(stack, "linux", { ...SCALE_SET, name: "vmss_a" });
  new ScaleSet(stack, "windows", { ...SCALE_SET, operatingSystem });
  new OrchestratedScaleSet(stack, "flexible", { ...flexible, name: "vmss_b" });
  new OrchestratedScaleSet(stack, "named", {
    ...flexible,
    name: "vmss-orders-west",
    operatingSystem,
    computerNamePrefix: "orders-",
  });
  expect(places(RULE, stack)).toEqual(["error test/linux", "error test/windows", "error test/flexible"]);
});

test("a prefix of computer names may end with a dash, and has limits of its own", () => {
  const stack = checkedStack();
  const linux = (id: string, computerNamePrefix: string) =>
    new LinuxVirtualMachineScaleSet(stack, id, { ...LINUX_SCALE_SET, name: `l-${id}`, computerNamePrefix });
  const windows = (id: string, computerNamePrefix: string) =>
    new WindowsVirtualMachineScaleSet(stack, id, {
      ...WINDOWS_SCALE_SET,
      name: `w-${id}`,
      computerNamePrefix,
    });
  linux("a", `${"a".repeat(57)}-`);
  windows("b", "orders-0-");
  linux("c", "a".repeat(59));
  linux("d", "vm.");
  windows("e", "orders-010");
  windows("f", "123");
  expect(places(RULE, stack)).toEqual(["error test/c", "error test/d", "error test/e", "error test/f"]);
});

test.each(LATE_TEXTS)("%s as the prefix of a scale set's computer names says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "vm");
  const config = { ...WINDOWS_SCALE_SET, name: "vmss-orders-west", computerNamePrefix: text, ...repeated };
  new WindowsVirtualMachineScaleSet(stack, "raw", config);
  expect(found(RULE, stack)).toEqual([]);
});
