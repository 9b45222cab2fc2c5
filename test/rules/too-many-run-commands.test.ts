import { VirtualMachineRunCommand } from "@cdktf/provider-azurerm/lib/virtual-machine-run-command";
import { TerraformCount, type TerraformStack } from "cdktf";
import { IdentityVerification, VmWithSystemIdentity } from "cdktf-azure-identity";
import { newApp, newStack } from "../support";
import { checkedStack, found, places, prepared, RESOURCE_GROUP_ID, rawVm, VM } from "./support";

const RULE = "too-many-run-commands";

function commands(stack: TerraformStack, count: number, virtualMachineId: string, prefix = "c") {
  return Array.from({ length: count }, (_, at) => {
    const name = `${prefix}-${at}`;
    const source = { script: "id" };
    return new VirtualMachineRunCommand(stack, name, {
      name,
      location: "westeurope",
      virtualMachineId,
      source,
    });
  });
}

test("25 run commands of a machine are as many as it may have, whatever other machines have", () => {
  const stack = checkedStack();
  commands(stack, 25, rawVm(stack, "one", { type: "SystemAssigned" }).id, "a");
  commands(stack, 25, rawVm(stack, "two", { type: "SystemAssigned" }).id, "b");
  expect(found(RULE, stack)).toEqual([]);
});

test("the 26th is one finding for all, an error where a check of this library is among them", () => {
  const stack = newStack();
  const vm = new VmWithSystemIdentity(stack, "vm", VM);
  commands(stack, 25, vm.id);
  new IdentityVerification(stack, "check", { virtualMachine: vm, identity: vm, scope: RESOURCE_GROUP_ID });
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/check",
      address: "azurerm_virtual_machine_run_command.check",
      message:
        "the machine has 26 run commands in this app; allowed are 25; check several scopes of one identity at the group " +
        "or subscription that they share, or remove what has run",
    },
  ]);
});

test("raw ones alone are a warning, written with an id or a reference", () => {
  const id = `${RESOURCE_GROUP_ID}/providers/Microsoft.Compute/virtualMachines/vm`;
  const stack = checkedStack();
  commands(stack, 13, id, "a");
  commands(stack, 13, id.toUpperCase(), "b");
  expect(places(RULE, stack)).toEqual(["warning test/a-0"]);
});

test("what is many in one, or on a machine that nobody knows, is left out", () => {
  const stack = checkedStack();
  const { id } = rawVm(stack, "vm", { type: "SystemAssigned" });
  for (const command of commands(stack, 26, id, "a").slice(0, 2)) command.count = TerraformCount.of(2);
  commands(stack, 26, "${local.machine}", "b");
  expect(found(RULE, stack)).toEqual([]);
});

test("those of several stacks count together", () => {
  const app = newApp();
  const machines = newStack("machines", app);
  const vm = new VmWithSystemIdentity(machines, "vm", VM);
  commands(machines, 20, vm.id);
  commands(newStack("others", app), 6, vm.id);
  expect(places(RULE, prepared(app))).toEqual(["warning machines/c-0"]);
});
