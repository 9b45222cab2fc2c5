import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { TerraformResource, type TerraformStack } from "cdktf";
import {
  UserAssignedIdentity,
  VirtualMachineIdentity,
  VirtualMachineSystemIdentity,
  Vm,
} from "cdktf-azure-identity";
import { GROUP, newApp, newStack } from "../support";
import { checkedStack, found, places, prepared, RAW_VM, VM } from "./support";

const RULE = "owned-machine-identity";

function attachTo(stack: TerraformStack, virtualMachine: { readonly id: string }, id = "identity"): void {
  const identity = new UserAssignedIdentity(stack, `${id}-made`, { ...GROUP, name: "id-a" });
  new VirtualMachineIdentity(stack, id, { virtualMachine, userAssignedIdentities: [identity] });
}

test("identities of a machine that this app makes are an error at the request for them", () => {
  const stack = newStack();
  attachTo(stack, new Vm(stack, "vm", VM));
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/identity",
      address: "azapi_resource_action.identity",
      message:
        "identities are attached to test/vm, whose resource is of this app and writes them as a whole; allowed is a " +
        "machine of others, or one that ignores changes of its identity; give the identities to the machine itself, or " +
        'set lifecycle: { ignoreChanges: ["identity"] } on it',
    },
  ]);
});

test("a machine that ignores changes of its identity may be of this app", () => {
  const stack = newStack();
  attachTo(stack, new Vm(stack, "vm", { ...VM, lifecycle: { ignoreChanges: ["identity"] } }));
  const raw = { ...RAW_VM, lifecycle: { ignoreChanges: "all" as const } };
  attachTo(stack, new LinuxVirtualMachine(stack, "raw", raw), "other");
  expect(found(RULE, stack)).toEqual([]);
});

test("so may one of another stack, and is none the less a mistake without", () => {
  const app = newApp();
  const vm = new Vm(newStack("machines", app), "vm", VM);
  new VirtualMachineSystemIdentity(newStack("orders", app), "identity", { virtualMachine: vm });
  expect(places(RULE, prepared(app))).toEqual(["error orders/identity"]);
});

test("machines that are looked up, or known by their id, are of others", () => {
  const stack = newStack();
  attachTo(stack, { id: "${data.azurerm_virtual_machine.vm.id}" });
  attachTo(stack, { id: "${var.machine}" }, "other");
  expect(found(RULE, stack)).toEqual([]);
});

test("a raw request gets a warning, one that runs on destroy none", () => {
  const stack = checkedStack();
  const vm = new LinuxVirtualMachine(stack, "vm", RAW_VM);
  for (const [id, when] of [
    ["raw", "apply"],
    ["last", "destroy"],
  ] as const) {
    const action = new TerraformResource(stack, id, { terraformResourceType: "azapi_resource_action" });
    const type = "Microsoft.Compute/virtualMachines@2024-07-01";
    const body = { identity: { type: "None" } };
    for (const [name, value] of Object.entries({ type, when, method: "PATCH", resource_id: vm.id, body })) {
      action.addOverride(name, value);
    }
  }
  expect(places(RULE, stack)).toEqual(["warning test/raw"]);
});

test("a raw request for something else says nothing, and one whose body is an expression may be for identities", () => {
  const stack = checkedStack();
  const vm = new LinuxVirtualMachine(stack, "vm", RAW_VM);
  const raw = (id: string, kind: string, values: Record<string, unknown>) => {
    const request = new TerraformResource(stack, id, { terraformResourceType: kind });
    const type = "Microsoft.Compute/virtualMachines@2024-07-01";
    for (const [name, value] of Object.entries({ type, resource_id: vm.id, ...values })) {
      request.addOverride(name, value);
    }
  };
  raw("off", "azapi_resource_action", { action: "powerOff" });
  raw("other", "azapi_update_resource", { body: { properties: { priority: "Spot" } } });
  raw("none", "azapi_update_resource", { body: { identity: null } });
  raw("late", "azapi_update_resource", { body: "${var.body}" });
  raw("identity", "azapi_update_resource", { body: { identity: { type: "SystemAssigned" } } });
  expect(places(RULE, stack)).toEqual(["warning test/late", "warning test/identity"]);
});
