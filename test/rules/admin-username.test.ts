import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { LinuxVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/linux-virtual-machine-scale-set";
import { OrchestratedVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/orchestrated-virtual-machine-scale-set";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { WindowsVirtualMachine } from "@cdktf/provider-azurerm/lib/windows-virtual-machine";
import { Lazy, TerraformCount, type TerraformStack } from "cdktf";
import { OperatingSystem, OrchestratedScaleSet, ScaleSet, Vm } from "cdktf-azure-identity";
import { GROUP, newApp, newStack, SSH_KEY } from "../support";
import {
  checkedStack,
  found,
  LATE_TEXTS,
  places,
  prepared,
  RAW_SCALE_SET,
  RAW_VM,
  SCALE_SET,
  VM,
} from "./support";

const RULE = "admin-username";

function linux(stack: TerraformStack, id: string, adminUsername: string): Vm {
  const operatingSystem = OperatingSystem.linux({ adminUsername, sshPublicKey: SSH_KEY });
  return new Vm(stack, id, { ...VM, name: `vm-${id}`, operatingSystem });
}

function windows(stack: TerraformStack, id: string, adminUsername: string): Vm {
  const operatingSystem = OperatingSystem.windows({ adminUsername, adminPassword: "${var.password}" });
  return new Vm(stack, id, { ...VM, name: `vm-${id}`, operatingSystem });
}

test.each([
  "azureuser",
  "Admin",
  "ROOT",
  "administrators",
  "2",
  "ops.",
  "a".repeat(64),
])("the Linux administrator %s is legal", (name) => {
  const stack = newStack();
  linux(stack, "vm", name);
  expect(found(RULE, stack)).toEqual([]);
});

test.each([
  "azureuser",
  "Administrator",
  "ops.a",
  "a".repeat(20),
])("the Windows administrator %s is legal", (name) => {
  const stack = newStack();
  windows(stack, "vm", name);
  expect(found(RULE, stack)).toEqual([]);
});

test("a reserved name on Linux is an error that says what is allowed", () => {
  const stack = newStack();
  linux(stack, "vm", "root");
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/vm",
      address: "azurerm_linux_virtual_machine.vm",
      message:
        'admin username "root" is reserved; allowed are 1-64 characters, and none of the names that Azure reserves, ' +
        "such as admin, root, user and test; change adminUsername",
    },
  ]);
});

test("a name that Windows does not take is an error, with a shorter one as an example", () => {
  const stack = newStack();
  windows(stack, "vm", "administrator-of-orders.");
  expect(found(RULE, stack).map(({ message }) => message)).toEqual([
    'admin username "administrator-of-orders." has 24 characters and ends with "."; allowed are 1-20 characters, the ' +
      "last one no dot, and none of the names that Azure reserves, such as administrator, admin, user and test; " +
      'change adminUsername, for example to "administrator-of-ord"',
  ]);
});

test.each([
  "",
  "admin",
  "administrator",
  "support_388945a0",
  "user5",
  "1",
  "a".repeat(65),
])("the Linux administrator %j is an error", (name) => {
  const stack = newStack();
  linux(stack, "vm", name);
  expect(places(RULE, stack)).toEqual(["error test/vm"]);
});

test.each([
  "",
  "admin",
  "guest",
  "123",
  "ops.",
  ".",
  "a".repeat(21),
])("the Windows administrator %j is an error", (name) => {
  const stack = newStack();
  windows(stack, "vm", name);
  expect(places(RULE, stack)).toEqual(["error test/vm"]);
});

test.each(LATE_TEXTS)("%s as an administrator says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "azureuser");
  new LinuxVirtualMachine(stack, "raw", { ...RAW_VM, adminUsername: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("the certain part of a name is checked, and so is a lazy one", () => {
  const stack = newStack();
  windows(stack, "long", `${"a".repeat(21)}\${local.text}`);
  windows(stack, "dot", "${local.text}.");
  windows(stack, "start", "admin${local.text}");
  linux(stack, "lazy", Lazy.stringValue({ produce: () => "root" }));
  expect(places(RULE, stack)).toEqual(["error test/long", "error test/dot", "error test/lazy"]);
});

test("the name counts that a machine has after overrides and setters", () => {
  const stack = newStack();
  linux(stack, "mended", "root").resource.addOverride("admin_username", "ops");
  linux(stack, "reset", "root").resource.adminUsername = "ops";
  linux(stack, "overridden", "ops").resource.addOverride("admin_username", 1);
  linux(stack, "set", "ops").resource.adminUsername = "root";
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
});

test("raw machines of both systems are errors, counted or not; one without an administrator is none", () => {
  const stack = checkedStack();
  new LinuxVirtualMachine(stack, "linux", { ...RAW_VM, adminUsername: "root" });
  const counted = { ...RAW_VM, adminUsername: "root", count: TerraformCount.of(2) };
  new LinuxVirtualMachine(stack, "counted", counted);
  new WindowsVirtualMachine(stack, "windows", { ...RAW_VM, adminUsername: "admin" });
  new LinuxVirtualMachine(stack, "from-disk", { ...RAW_VM, osManagedDiskId: "${local.disk}" });
  expect(places(RULE, stack)).toEqual(["error test/linux", "error test/counted", "error test/windows"]);
});

test("a name taken from a resource of another stack is checked where it is used", () => {
  const app = newApp();
  const group = new ResourceGroup(newStack("groups", app), "group", {
    name: "admin",
    location: "westeurope",
  });
  linux(newStack("test", app), "vm", group.name);
  expect(places(RULE, prepared(app))).toEqual(["error test/vm"]);
});

test("the administrator of a uniform scale set is judged like that of a machine, raw ones as a warning", () => {
  const stack = checkedStack();
  const windows = OperatingSystem.windows({ adminUsername: "ops.", adminPassword: "${var.password}" });
  const linux = (adminUsername: string) => OperatingSystem.linux({ adminUsername, sshPublicKey: SSH_KEY });
  new ScaleSet(stack, "linux", { ...SCALE_SET, name: "vmss-a", operatingSystem: linux("root") });
  new ScaleSet(stack, "windows", { ...SCALE_SET, name: "vmss-b", operatingSystem: windows });
  new ScaleSet(stack, "legal", { ...SCALE_SET, name: "vmss-c", operatingSystem: linux("daemon") });
  new LinuxVirtualMachineScaleSet(stack, "raw", { ...RAW_SCALE_SET, adminUsername: "root" });
  expect(places(RULE, stack)).toEqual(["error test/linux", "warning test/raw", "error test/windows"]);
});

test.each([
  ["linux", "azureuser", []],
  ["linux", "ops.", []],
  ["linux", "administrators", []],
  ["linux", "Daemon", ["error test/made", "error test/raw"]],
  ["linux", "www-data", ["error test/made", "error test/raw"]],
  ["linux", "user1", ["error test/made", "warning test/raw"]],
  ["linux", " ", ["error test/made", "error test/raw"]],
  ["windows", "daemon", []],
  ["windows", "Administrator", ["error test/made", "error test/raw"]],
  ["windows", "ops.", ["error test/made", "error test/raw"]],
  ["windows", "a".repeat(21), ["error test/made", "error test/raw"]],
] as const)("a flexible scale set on %s with the administrator %j: %j", (system, adminUsername, expected) => {
  const stack = checkedStack();
  const login = { adminUsername, adminPassword: "${var.password}" };
  new OrchestratedScaleSet(stack, "made", {
    ...SCALE_SET,
    skuName: SCALE_SET.sku,
    operatingSystem: OperatingSystem[system](login),
  });
  new OrchestratedVirtualMachineScaleSet(stack, "raw", {
    ...GROUP,
    name: "vmss-raw",
    platformFaultDomainCount: 1,
    osProfile: { [`${system}Configuration`]: login },
  });
  expect(places(RULE, stack)).toEqual(expected);
});
