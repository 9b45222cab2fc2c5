import { DataAzurermVirtualMachine } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-machine";
import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { TerraformCount, type TerraformStack, TerraformVariable } from "cdktf";
import {
  IdentityVerification,
  type IManagedIdentity,
  UserAssignedIdentity,
  Vm,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import { GROUP, GUID, newApp, newStack } from "../support";
import {
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

const RULE = "verified-identity";

interface Machine {
  readonly id: string;
}

function verify(stack: TerraformStack, virtualMachine: Machine, identity: IManagedIdentity, id = "check") {
  const where = { osType: "Linux" as const, location: "westeurope", scope: RESOURCE_GROUP_ID };
  return new IdentityVerification(stack, id, { ...where, virtualMachine, identity });
}

const identityIn = (stack: TerraformStack, id = "identity") =>
  new UserAssignedIdentity(stack, id, { ...GROUP, name: `id-${id}` });

function systemOf(machine: Vm["resource"]): IManagedIdentity {
  return {
    get principalId() {
      return machine.identity.principalId;
    },
    tenantId: GUID,
  };
}

test("identities of the machine can be verified on it", () => {
  const stack = newStack();
  const identity = identityIn(stack);
  const vm = new VmWithSystemIdentity(stack, "vm", { ...VM, userAssignedIdentities: [identity] });
  verify(stack, vm, vm, "own");
  verify(stack, vm, identity, "user");
  const raw = rawVm(stack, "raw", { type: "SystemAssigned, UserAssigned", identityIds: [identity.id] });
  verify(stack, raw, identity, "raw-user");
  verify(stack, raw, systemOf(raw), "raw-own");
  expect(found(RULE, stack)).toEqual([]);
});

test("an identity that is attached to another machine, or to none, is an error that says the fix", () => {
  const stack = newStack();
  const identity = identityIn(stack);
  verify(stack, new Vm(stack, "vm", { ...VM, userAssignedIdentities: [identityIn(stack, "two")] }), identity);
  verify(stack, new VmWithSystemIdentity(stack, "other", { ...VM, name: "vm-b" }), identity, "none");
  const [first, second] = found(RULE, stack);
  expect(first).toEqual({
    rule: RULE,
    level: "error",
    stack: "test",
    path: "test/check",
    address: "azurerm_virtual_machine_run_command.check",
    message:
      'identity "${azurerm_user_assigned_identity.identity.client_id}" is verified on test/vm, which does not have it; ' +
      "allowed is an identity of the machine; attach it with userAssignedIdentities, or verify it where it is attached",
  });
  expect(second?.path).toBe("test/none");
});

test("two identities that the app makes are two, whatever their names", () => {
  const stack = newStack();
  const named = (id: string) => new UserAssignedIdentity(stack, id, { ...GROUP, name: `\${var.${id}}` });
  verify(stack, new Vm(stack, "vm", { ...VM, userAssignedIdentities: [named("a")] }), named("b"));
  expect(places(RULE, stack)).toEqual(["error test/check"]);
});

test("the system-assigned identity of another machine, or of a machine without one, is an error", () => {
  const stack = newStack();
  const having = new VmWithSystemIdentity(stack, "having", { ...VM, name: "vm-a" });
  const without = new Vm(stack, "without", { ...VM, name: "vm-b" });
  verify(stack, without, having, "others");
  verify(stack, without, systemOf(without.resource), "none");
  expect(found(RULE, stack).map(({ path, message }) => [path, message])).toEqual([
    [
      "test/others",
      'principal "${azurerm_linux_virtual_machine.having.identity[0].principal_id}" is verified on test/without and is ' +
        "the system-assigned identity of test/having; allowed is an identity of the machine; verify it on the machine " +
        "that it belongs to",
    ],
    [
      "test/none",
      'principal "${azurerm_linux_virtual_machine.without.identity[0].principal_id}" is verified on test/without, which ' +
        "has no system-assigned identity; allowed is a machine with one; make it a VmWithSystemIdentity, or verify a " +
        "user-assigned identity",
    ],
  ]);
});

test("a user-assigned identity without its client id would be taken for the machine's own", () => {
  const stack = newStack();
  const { principalId, tenantId } = identityIn(stack);
  verify(stack, new VmWithSystemIdentity(stack, "vm", VM), { principalId, tenantId });
  expect(found(RULE, stack).map(({ message }) => message)).toEqual([
    'principal "${azurerm_user_assigned_identity.identity.principal_id}" is verified on test/vm as a user-assigned ' +
      "identity without its client id; allowed is an identity with one, or the machine's own; pass the identity itself",
  ]);
});

test("looked up by name and attached by id, it is one identity; two names are two", () => {
  const stack = newStack();
  const lookup = UserAssignedIdentity.fromName(stack, "lookup", {
    name: "id-orders",
    resourceGroupName: "RG-orders",
  });
  const other = UserAssignedIdentity.fromName(stack, "other", {
    name: "id-other",
    resourceGroupName: "rg-orders",
  });
  const vm = new Vm(stack, "vm", {
    ...VM,
    userAssignedIdentities: [UserAssignedIdentity.fromAttributes({ id: IDENTITY_ID })],
  });
  verify(stack, vm, lookup, "same");
  verify(stack, vm, other, "check-other");
  expect(places(RULE, stack)).toEqual(["error test/check-other"]);
});

test.each(LATE_TEXTS)("%s as the id of what is attached says nothing", (_, make) => {
  const stack = newStack();
  const identityIds = [make(stack, IDENTITY_ID).text];
  const vm = rawVm(stack, "vm", { type: "UserAssigned", identityIds });
  verify(stack, vm, new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" }));
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as the type of the machine's identity says nothing", (_, make) => {
  const stack = newStack();
  const { text, repeated } = make(stack, "SystemAssigned");
  const vm = rawVm(stack, "vm", { type: text });
  Object.assign(vm, repeated);
  verify(stack, vm, systemOf(vm));
  expect(found(RULE, stack)).toEqual([]);
});

test("a machine whose identity others may change, a dynamic block and a machine from elsewhere say nothing", () => {
  const stack = newStack();
  const identity = identityIn(stack);
  const ignoring = { ...RAW_VM, name: "vm-a", lifecycle: { ignoreChanges: ["identity"] } };
  verify(stack, new LinuxVirtualMachine(stack, "ignoring", ignoring), identity, "a");
  const dynamic = new LinuxVirtualMachine(stack, "dynamic", { ...RAW_VM, name: "vm-b" });
  dynamic.addOverride("dynamic.identity", { for_each: "${var.x}", content: { type: "SystemAssigned" } });
  verify(stack, dynamic, identity, "b");
  verify(stack, { id: `${RESOURCE_GROUP_ID}/providers/Microsoft.Compute/virtualMachines/vm` }, identity, "c");
  new LinuxVirtualMachine(stack, "counted", { ...RAW_VM, count: TerraformCount.of(2) });
  verify(stack, { id: "${azurerm_linux_virtual_machine.counted[0].id}" }, identity, "d");
  expect(found(RULE, stack)).toEqual([]);
});

test("what the machine has after overrides and setters counts", () => {
  const stack = newStack();
  const identity = identityIn(stack);
  const broken = new Vm(stack, "broken", { ...VM, name: "vm-a", userAssignedIdentities: [identity] });
  const mended = new Vm(stack, "mended", { ...VM, name: "vm-b" });
  verify(stack, broken, identity, "check-broken");
  verify(stack, mended, identity, "check-mended");
  broken.resource.resetIdentity();
  mended.addUserAssignedIdentity(identity);
  expect(places(RULE, stack)).toEqual(["error test/check-broken"]);
});

test("machine and identity may be in other stacks", () => {
  const app = newApp();
  const machines = newStack("machines", app);
  const identity = identityIn(machines);
  const having = new Vm(machines, "having", { ...VM, name: "vm-a", userAssignedIdentities: [identity] });
  const without = new Vm(machines, "without", { ...VM, name: "vm-b" });
  const stack = newStack("checks", app);
  verify(stack, having, identity, "good");
  verify(stack, without, identity, "bad");
  expect(places(RULE, prepared(app))).toEqual(["error checks/bad"]);
});

test("the identity of a machine that is looked up under a name that is not known may be that of the machine", () => {
  const stack = newStack();
  const vm = new VmWithSystemIdentity(stack, "vm", { ...VM, principalIdLookupEnabled: true });
  const other = new VmWithSystemIdentity(stack, "other", {
    ...VM,
    name: "vm-b",
    principalIdLookupEnabled: true,
  });
  const name = new TerraformVariable(stack, "name", { type: "string" }).stringValue;
  const looked = new DataAzurermVirtualMachine(stack, "looked", { name, resourceGroupName: "rg" });
  verify(stack, vm, { principalId: looked.identity.get(0).principalId, tenantId: GUID }, "perhaps");
  verify(stack, vm, vm, "own");
  verify(stack, vm, other, "others");
  stack.addOverride("resource.azapi_update_resource.spot", {
    type: "Microsoft.Compute/virtualMachines@2024-03-01",
    resource_id: "${azurerm_linux_virtual_machine.vm.id}",
    body: { identity: { type: "SystemAssigned" } },
  });
  const principalId = "${azapi_update_resource.spot.output.identity.principalId}";
  verify(stack, vm, { principalId, tenantId: GUID }, "azapi");
  expect(places(RULE, stack)).toEqual(["error test/others"]);
});
