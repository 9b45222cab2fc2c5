import { LinuxVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/linux-virtual-machine-scale-set";
import { OrchestratedVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/orchestrated-virtual-machine-scale-set";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { WindowsVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/windows-virtual-machine-scale-set";
import { Lazy, TerraformCount } from "cdktf";
import { OrchestratedScaleSet, ScaleSet, ScaleSetWithSystemIdentity } from "cdktf-azure-identity";
import { newApp, newStack } from "../support";
import { checkedStack, found, LATE_TEXTS, places, prepared, RAW_SCALE_SET, SCALE_SET } from "./support";

const RULE = "scale-set-name";
const FLEXIBLE = { ...SCALE_SET, skuName: SCALE_SET.sku };
const RAW_FLEXIBLE = {
  name: "vmss-flexible",
  resourceGroupName: "rg-orders",
  location: "westeurope",
  platformFaultDomainCount: 1,
};

test.each([
  "a",
  "vmss-orders",
  "vmss.orders_1",
  "vmss_",
  "1a",
  "a".repeat(64),
])("the name %s is legal", (name) => {
  const stack = newStack();
  new ScaleSet(stack, "set", { ...SCALE_SET, name });
  new OrchestratedScaleSet(stack, "flexible", { ...FLEXIBLE, name });
  expect(found(RULE, stack)).toEqual([]);
});

test("an illegal name is an error that suggests another", () => {
  const stack = newStack();
  new ScaleSetWithSystemIdentity(stack, "set", { ...SCALE_SET, name: "vmss orders" });
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/set",
      address: "azurerm_linux_virtual_machine_scale_set.set",
      message:
        'scale set name "vmss orders" contains " "; allowed are 1-64 of A-Z a-z 0-9 . _ -, first a letter or digit, ' +
        'last a letter, digit or _, not digits alone; change the name, for example to "vmss-orders"',
    },
  ]);
});

test.each([
  "",
  "_vmss",
  "-vmss",
  "vmss-",
  "vmss.",
  "123",
  "a".repeat(65),
])("the name %j is an error", (name) => {
  const stack = newStack();
  new ScaleSet(stack, "set", { ...SCALE_SET, name });
  new OrchestratedScaleSet(stack, "flexible", { ...FLEXIBLE, name });
  expect(places(RULE, stack)).toEqual(["error test/set", "error test/flexible"]);
});

test.each(LATE_TEXTS)("%s as a name says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "vmss-orders");
  new LinuxVirtualMachineScaleSet(stack, "raw", { ...RAW_SCALE_SET, name: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("the literal part of a name is checked, and so is a lazy one", () => {
  const stack = newStack();
  new ScaleSet(stack, "partly", { ...SCALE_SET, name: "vmss orders ${local.text}" });
  new ScaleSet(stack, "lazy", { ...SCALE_SET, name: Lazy.stringValue({ produce: () => "vmss orders" }) });
  expect(places(RULE, stack)).toEqual(["error test/partly", "error test/lazy"]);
});

test("the name counts that a scale set has after overrides and setters", () => {
  const stack = newStack();
  const named = (id: string, name: string) => new ScaleSet(stack, id, { ...SCALE_SET, name }).resource;
  named("mended", "vmss-").addOverride("name", "vmss-a");
  named("reset", "vmss-").name = "vmss-b";
  named("overridden", "vmss-c").addOverride("name", "vmss-");
  named("set", "vmss-d").name = "vmss-";
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
});

test("raw scale sets of all kinds with illegal names are errors, counted or not", () => {
  const stack = checkedStack();
  const login = { adminPassword: "${var.password}", instances: 1 };
  new LinuxVirtualMachineScaleSet(stack, "linux", { ...RAW_SCALE_SET, name: "vmss-" });
  new WindowsVirtualMachineScaleSet(stack, "windows", { ...RAW_SCALE_SET, ...login, name: "vmss-" });
  new OrchestratedVirtualMachineScaleSet(stack, "flexible", { ...RAW_FLEXIBLE, name: "vmss-" });
  new LinuxVirtualMachineScaleSet(stack, "counted", {
    ...RAW_SCALE_SET,
    name: "vmss-",
    count: TerraformCount.of(2),
  });
  expect(places(RULE, stack)).toEqual([
    "error test/linux",
    "error test/counted",
    "error test/windows",
    "error test/flexible",
  ]);
});

test("of a raw scale set, a length between the limits of Azure and azurerm is a warning", () => {
  const stack = checkedStack();
  new LinuxVirtualMachineScaleSet(stack, "documented", { ...RAW_SCALE_SET, name: "a".repeat(65) });
  new LinuxVirtualMachineScaleSet(stack, "too-long", { ...RAW_SCALE_SET, name: "b".repeat(81) });
  new LinuxVirtualMachineScaleSet(stack, "both", { ...RAW_SCALE_SET, name: `-${"c".repeat(65)}` });
  expect(places(RULE, stack)).toEqual(["warning test/documented", "error test/too-long", "error test/both"]);
});

test("a name taken from a resource of another stack is checked where it is used", () => {
  const app = newApp();
  const group = new ResourceGroup(newStack("groups", app), "group", { name: "rg-", location: "westeurope" });
  new ScaleSet(newStack("test", app), "set", { ...SCALE_SET, name: group.name });
  expect(places(RULE, prepared(app))).toEqual(["error test/set"]);
});
