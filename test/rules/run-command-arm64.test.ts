import {
  VirtualMachineRunCommand,
  type VirtualMachineRunCommandConfig,
} from "@cdktf/provider-azurerm/lib/virtual-machine-run-command";
import { TerraformCount, type TerraformStack } from "cdktf";
import { IdentityVerification, OperatingSystem, VmWithSystemIdentity } from "cdktf-azure-identity";
import fc from "fast-check";
import { isArm64Size } from "../../lib/azure/arm64-size";
import { newStack } from "../support";
import { checkedStack, found, LATE_TEXTS, places, RESOURCE_GROUP_ID, rawVm, VM } from "./support";

const RULE = "run-command-arm64";

function raw(
  stack: TerraformStack,
  virtualMachineId: string,
  config: Partial<VirtualMachineRunCommandConfig> = {},
) {
  const source = { script: "id" };
  return new VirtualMachineRunCommand(stack, "command", {
    name: "command",
    location: "westeurope",
    source,
    virtualMachineId,
    ...config,
  });
}

function machineOf(stack: TerraformStack, size: string) {
  const vm = rawVm(stack, "vm", { type: "SystemAssigned" });
  vm.size = size;
  return vm;
}

test.each([
  "Standard_D2ps_v5",
  "Standard_D2pds_v5",
  "Standard_D2pls_v6",
  "Standard_E4pds_v6",
  "Standard_B2pts_v2",
  "standard_D2ps_v5",
])("%s has an ARM64 processor", (size) => expect(isArm64Size(size)).toBe(true));

test.each([
  "Standard_D2s_v5",
  "Standard_B2s",
  "Standard_NP10s",
  "Standard_PB6s",
  "Standard_HB120rs_v3",
  "Standard_M416ms_v2",
  "Standard_ND96isr_H100_v5",
  "Standard_E4-2s_v5",
  "Standard_NC24ads_A100_v4",
  "Standard_DC2as_v5",
  "Basic_A0",
  "D2ps_v5",
  "",
])("%s has none", (size) => expect(isArm64Size(size)).toBe(false));

test("p counts among the small letters after the number of cores, and nowhere else", () => {
  const letters = (of: string, max: number) => fc.stringMatching(new RegExp(`^[${of}]{0,${max}}$`));
  const parts = fc.record({
    family: fc.stringMatching(/^[A-Z]{1,3}$/),
    cores: fc.integer({ min: 1, max: 416 }),
    features: letters("abdeilmnoprst", 5),
    rest: fc.constantFrom("", "_v5", "_A100_v4"),
  });
  fc.assert(
    fc.property(parts, ({ family, cores, features, rest }) => {
      expect(isArm64Size(`Standard_${family}${cores}${features}${rest}`)).toBe(features.includes("p"));
    }),
  );
});

test("a check on a Linux machine with such a size is a warning that says the fix", () => {
  const stack = newStack();
  const vm = new VmWithSystemIdentity(stack, "vm", { ...VM, size: "Standard_D2ps_v5" });
  new IdentityVerification(stack, "check", { virtualMachine: vm, identity: vm, scope: RESOURCE_GROUP_ID });
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "warning",
      stack: "test",
      path: "test/check",
      address: "azurerm_virtual_machine_run_command.check",
      message:
        'the run command is for test/vm of size "Standard_D2ps_v5", which has an ARM64 processor; allowed are Linux ' +
        "machines with an x64 processor; take a size without p, for example Standard_D2s_v5, or check from another machine",
    },
  ]);
});

test("other run commands are seen as well, x64 is fine, and Windows on ARM64 is supported", () => {
  const arm = checkedStack();
  raw(arm, machineOf(arm, "Standard_D2ps_v5").id);
  expect(places(RULE, arm)).toEqual(["warning test/command"]);
  const x64 = checkedStack();
  raw(x64, machineOf(x64, "Standard_D2s_v5").id);
  expect(found(RULE, x64)).toEqual([]);
  const windows = newStack();
  const operatingSystem = OperatingSystem.windows({
    adminUsername: "azureuser",
    adminPassword: "Not-a-secret-1",
  });
  const vm = new VmWithSystemIdentity(windows, "vm", { ...VM, size: "Standard_D2ps_v5", operatingSystem });
  raw(windows, vm.id);
  expect(found(RULE, windows)).toEqual([]);
});

test("the size after overrides and setters counts, and that of a counted machine", () => {
  const stack = checkedStack();
  const vm = machineOf(stack, "Standard_D2s_v5");
  raw(stack, vm.id);
  vm.addOverride("size", "Standard_D2ps_v5");
  expect(found(RULE, stack)).toHaveLength(1);
  const counted = checkedStack();
  machineOf(counted, "Standard_D2ps_v5").count = TerraformCount.of(2);
  raw(counted, "${azurerm_linux_virtual_machine.vm[count.index].id}", { count: TerraformCount.of(2) });
  expect(found(RULE, counted)).toHaveLength(1);
});

test.each(LATE_TEXTS)("%s as the size says nothing", (_, make) => {
  const stack = checkedStack();
  const vm = machineOf(stack, "x");
  const { text, repeated } = make(stack, "Standard_D2s_v5");
  vm.size = text;
  Object.assign(vm, repeated);
  raw(stack, vm.id);
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as the machine says nothing", (_, make) => {
  const stack = checkedStack();
  machineOf(stack, "Standard_D2ps_v5");
  const { text, repeated } = make(
    stack,
    `${RESOURCE_GROUP_ID}/providers/Microsoft.Compute/virtualMachines/vm`,
  );
  raw(stack, text, repeated);
  expect(found(RULE, stack)).toEqual([]);
});
