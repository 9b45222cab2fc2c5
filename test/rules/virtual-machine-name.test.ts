import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { WindowsVirtualMachine } from "@cdktf/provider-azurerm/lib/windows-virtual-machine";
import { Lazy, TerraformCount } from "cdktf";
import { Vm } from "cdktf-azure-identity";
import { newApp, newStack } from "../support";
import { checkedStack, found, LATE_TEXTS, places, prepared, RAW_VM, VM } from "./support";

const RULE = "virtual-machine-name";

test.each(["a", "vm-orders", "vm.orders_1", "vm_", "1a", "a".repeat(64)])("the name %s is legal", (name) => {
  const stack = newStack();
  new Vm(stack, "vm", { ...VM, name });
  expect(found(RULE, stack)).toEqual([]);
});

test("65 characters pass azurerm and are an error here, which suggests a name", () => {
  const stack = newStack();
  new Vm(stack, "vm", { ...VM, name: `vm-${"a".repeat(62)}` });
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/vm",
      address: "azurerm_linux_virtual_machine.vm",
      message:
        'virtual machine name "vm-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" has 65 characters; ' +
        "allowed are 1-64 of A-Z a-z 0-9 . _ -, first a letter or digit, last a letter, digit or _, not digits alone; " +
        'change the name, for example to "vm-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"',
    },
  ]);
});

test.each(["", "vm orders", "_vm", "-vm", "vm-", "vm.", "123"])("the name %j is an error", (name) => {
  const stack = newStack();
  new Vm(stack, "vm", { ...VM, name });
  expect(places(RULE, stack)).toEqual(["error test/vm"]);
});

test.each(LATE_TEXTS)("%s as a name says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "vm-orders");
  new LinuxVirtualMachine(stack, "raw", { ...RAW_VM, name: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("the literal part of a name is checked, and so is a lazy one", () => {
  const stack = newStack();
  new Vm(stack, "partly", { ...VM, name: "vm orders ${local.text}" });
  new Vm(stack, "lazy", { ...VM, name: Lazy.stringValue({ produce: () => "vm orders" }) });
  expect(places(RULE, stack)).toEqual(["error test/partly", "error test/lazy"]);
});

test("the name counts that a machine has after overrides and setters", () => {
  const stack = newStack();
  const vmNamed = (id: string, name: string) => new Vm(stack, id, { ...VM, name }).resource;
  vmNamed("mended", "vm-").addOverride("name", "vm-a");
  vmNamed("reset", "vm-").name = "vm-b";
  vmNamed("overridden", "vm-c").addOverride("name", "vm-");
  vmNamed("set", "vm-d").name = "vm-";
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
});

test("raw machines of both systems with illegal names are errors, counted or not", () => {
  const stack = checkedStack();
  new LinuxVirtualMachine(stack, "linux", { ...RAW_VM, name: "vm-" });
  new LinuxVirtualMachine(stack, "counted", { ...RAW_VM, name: "vm-", count: TerraformCount.of(2) });
  new LinuxVirtualMachine(stack, "overridden", RAW_VM).addOverride("name", "vm-");
  new LinuxVirtualMachine(stack, "mended", { ...RAW_VM, name: "vm-" }).name = "vm-a";
  new WindowsVirtualMachine(stack, "windows", { ...RAW_VM, name: "vm-" });
  expect(places(RULE, stack)).toEqual([
    "error test/linux",
    "error test/counted",
    "error test/overridden",
    "error test/windows",
  ]);
});

test("a name taken from a resource of another stack is checked where it is used", () => {
  const app = newApp();
  const group = new ResourceGroup(newStack("groups", app), "group", { name: "rg-", location: "westeurope" });
  new Vm(newStack("test", app), "vm", { ...VM, name: group.name });
  expect(places(RULE, prepared(app))).toEqual(["error test/vm"]);
});
