import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { Lazy, TerraformCount } from "cdktf";
import { Vm } from "cdktf-azure-identity";
import { newApp, newStack } from "../support";
import { checkedStack, found, LATE_TEXTS, places, prepared, RAW_VM, VM } from "./support";

const RULE = "computer-name";

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

test("a raw machine with an illegal computer name is an error, counted or not", () => {
  const stack = checkedStack();
  new LinuxVirtualMachine(stack, "given", { ...RAW_VM, computerName: "a_b" });
  new LinuxVirtualMachine(stack, "taken", { ...RAW_VM, name: "vm_raw" });
  new LinuxVirtualMachine(stack, "counted", { ...RAW_VM, name: "vm_raw", count: TerraformCount.of(2) });
  new LinuxVirtualMachine(stack, "overridden", RAW_VM).addOverride("computer_name", "a_b");
  new LinuxVirtualMachine(stack, "set", RAW_VM).computerName = "a_b";
  new LinuxVirtualMachine(stack, "mended", { ...RAW_VM, computerName: "a_b" }).computerName = "a-b";
  expect(places(RULE, stack)).toEqual([
    "error test/given",
    "error test/taken",
    "error test/counted",
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
