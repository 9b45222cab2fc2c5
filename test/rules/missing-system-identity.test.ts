import { DataAzurermVirtualMachine } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-machine";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { TerraformCount, TerraformResource, type TerraformStack } from "cdktf";
import {
  IdentityRoleBinding,
  type IManagedIdentity,
  OrchestratedScaleSet,
  Role,
  ScaleSet,
  ScaleSetWithSystemIdentity,
  UserAssignedIdentity,
  Vm,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import { GROUP, newApp, newStack } from "../support";
import {
  checkedStack,
  found,
  IDENTITY_ID,
  LATE_TEXTS,
  places,
  prepared,
  RESOURCE_GROUP_ID,
  rawBinding,
  rawVm,
  SCALE_SET,
  VM,
} from "./support";

const RULE = "missing-system-identity";
const USER_ASSIGNED = { type: "UserAssigned", identityIds: [IDENTITY_ID] };

type Machine = Vm["resource"];

function systemIdentityOf(vm: Machine): IManagedIdentity {
  return {
    get principalId() {
      return vm.identity.principalId;
    },
    tenantId: "",
  };
}

function bind(stack: TerraformStack, id: string, vm: Machine): void {
  const role = Role.builtIn("Reader");
  new IdentityRoleBinding(stack, id, { identity: systemIdentityOf(vm), role, scope: RESOURCE_GROUP_ID });
}

test("system-assigned identities of machines, alone and beside others, can be bound", () => {
  const stack = newStack();
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-a" });
  bind(stack, "a", new VmWithSystemIdentity(stack, "vm-a", { ...VM, name: "vm-a" }).resource);
  const both = { ...VM, name: "vm-b", userAssignedIdentities: [identity] };
  bind(stack, "b", new VmWithSystemIdentity(stack, "vm-b", both).resource);
  expect(found(RULE, stack)).toEqual([]);
});

test("a binding to the identity of a machine without one is an error at the binding", () => {
  const stack = newStack();
  bind(stack, "binding", new Vm(stack, "vm", VM).resource);
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/binding",
      address: "azurerm_role_assignment.binding",
      message:
        'principal "${azurerm_linux_virtual_machine.vm.identity[0].principal_id}" is the system-assigned identity of ' +
        "test/vm, which has none; allowed is a resource with one; make the machine a VmWithSystemIdentity (raw: add " +
        "SystemAssigned to the type of its identity block), or bind a user-assigned identity",
    },
  ]);
});

test("a machine with user-assigned identities alone has no system-assigned one", () => {
  const stack = newStack();
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-a" });
  bind(stack, "binding", new Vm(stack, "vm", { ...VM, userAssignedIdentities: [identity] }).resource);
  expect(places(RULE, stack)).toEqual(["error test/binding"]);
});

test("other attributes of a machine, and user-assigned identities, are not this rule's matter", () => {
  const stack = checkedStack();
  const vm = new Vm(stack, "vm", VM);
  rawBinding(stack, "id", { principalId: vm.id });
  const identity = new RawIdentity(stack, "identity", { ...GROUP, name: "id-a" });
  rawBinding(stack, "user-assigned", { principalId: identity.principalId });
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as a principal says nothing", (_, make) => {
  const stack = checkedStack();
  const vm = rawVm(stack, "vm", { type: "SystemAssigned" });
  const { text, repeated } = make(stack, vm.identity.principalId);
  rawBinding(stack, "binding", { principalId: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as the type of the identity says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "SystemAssigned");
  const vm = rawVm(stack, "vm", { type: text });
  Object.assign(vm, repeated);
  rawBinding(stack, "binding", { principalId: vm.identity.principalId });
  expect(found(RULE, stack)).toEqual([]);
});

test("a dynamic identity block says nothing", () => {
  const stack = checkedStack();
  const vm = rawVm(stack, "vm", USER_ASSIGNED);
  vm.addOverride("identity", undefined);
  vm.addOverride("dynamic.identity", { for_each: "${var.identities}", content: { type: "UserAssigned" } });
  rawBinding(stack, "binding", { principalId: vm.identity.principalId });
  expect(found(RULE, stack)).toEqual([]);
});

test("the identity counts that the machine has after overrides", () => {
  const stack = newStack();
  const mended = new Vm(stack, "mended", { ...VM, name: "vm-a" });
  mended.resource.addOverride("identity", { type: "SystemAssigned" });
  const overridden = new VmWithSystemIdentity(stack, "overridden", { ...VM, name: "vm-b" });
  overridden.resource.addOverride("identity.type", "UserAssigned");
  const removed = new VmWithSystemIdentity(stack, "removed", { ...VM, name: "vm-c" });
  removed.resource.addOverride("identity", undefined);
  for (const vm of [mended, overridden, removed]) bind(stack, `bind-${vm.node.id}`, vm.resource);
  expect(places(RULE, stack)).toEqual(["error test/bind-overridden", "error test/bind-removed"]);
});

test("the identity counts that the machine has after setters", () => {
  const stack = newStack();
  const mended = new Vm(stack, "mended", { ...VM, name: "vm-a" });
  const broken = new VmWithSystemIdentity(stack, "broken", { ...VM, name: "vm-b" });
  const reset = new VmWithSystemIdentity(stack, "reset", { ...VM, name: "vm-c" });
  for (const vm of [mended, broken, reset]) bind(stack, `bind-${vm.node.id}`, vm.resource);
  mended.resource.putIdentity({ type: "SystemAssigned" });
  broken.resource.putIdentity(USER_ASSIGNED);
  reset.resource.resetIdentity();
  expect(places(RULE, stack)).toEqual(["error test/bind-broken", "error test/bind-reset"]);
});

test("the principal counts that the binding has after overrides and setters", () => {
  const stack = checkedStack();
  const { principalId } = rawVm(stack, "vm", USER_ASSIGNED).identity;
  rawBinding(stack, "mended", { principalId }).addOverride("principal_id", "${local.text}");
  rawBinding(stack, "reset", { principalId }).principalId = "${local.text}";
  rawBinding(stack, "overridden").addOverride("principal_id", principalId);
  rawBinding(stack, "set").principalId = principalId;
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
});

test("a raw binding is an error, and so is one to a counted machine", () => {
  const stack = checkedStack();
  const vm = rawVm(stack, "vm", USER_ASSIGNED);
  rawBinding(stack, "single", { principalId: vm.identity.principalId });
  rawVm(stack, "counted", USER_ASSIGNED).count = TerraformCount.of(2);
  const principalId = "${azurerm_linux_virtual_machine.counted[0].identity[0].principal_id}";
  rawBinding(stack, "element", { principalId });
  rawBinding(stack, "repeated", { principalId, count: TerraformCount.of(2) });
  expect(places(RULE, stack)).toEqual(["error test/single", "error test/element", "error test/repeated"]);
});

test("a resource of azapi has an identity of its own where its block says so, or where nothing is said of it", () => {
  const stack = checkedStack();
  const generic = (id: string, type?: string) => {
    const resource = new TerraformResource(stack, id, { terraformResourceType: "azapi_resource" });
    if (type) resource.addOverride("identity", [{ type }]);
    rawBinding(stack, `binds-${id}`, { principalId: `\${azapi_resource.${id}.identity[0].principal_id}` });
  };
  generic("silent");
  generic("system", "SystemAssigned");
  generic("user", "UserAssigned");
  expect(places(RULE, stack)).toEqual(["error test/binds-user"]);
});

test("a scale set is asked to become one with an identity, a flexible one to become another resource", () => {
  const stack = newStack();
  const uniform = new ScaleSet(stack, "uniform", SCALE_SET);
  const having = new ScaleSetWithSystemIdentity(stack, "having", { ...SCALE_SET, name: "vmss-b" });
  new OrchestratedScaleSet(stack, "flexible", { ...SCALE_SET, name: "vmss-c", skuName: SCALE_SET.sku });
  rawBinding(stack, "good", { principalId: having.principalId });
  rawBinding(stack, "bad", { principalId: uniform.resource.identity.principalId });
  const flexible = "azurerm_orchestrated_virtual_machine_scale_set.flexible";
  rawBinding(stack, "worse", { principalId: `\${${flexible}.identity[0].principal_id}` });
  expect(found(RULE, stack).map(({ path, message }) => `${path}: ${message.split("; ")[2]}`)).toEqual([
    "test/bad: make it a ScaleSetWithSystemIdentity (raw: add SystemAssigned to the type of its identity block), or " +
      "bind a user-assigned identity",
    "test/worse: make it a ScaleSetWithSystemIdentity, another resource, or bind a user-assigned identity",
  ]);
});

test("the machine may be in another stack", () => {
  const app = newApp();
  const machines = newStack("machines", app);
  const without = new Vm(machines, "without", { ...VM, name: "vm-a" });
  const having = new VmWithSystemIdentity(machines, "having", { ...VM, name: "vm-b" });
  const stack = newStack("access", app);
  bind(stack, "bad", without.resource);
  bind(stack, "good", having.resource);
  expect(places(RULE, prepared(app))).toEqual(["error access/bad"]);
});

describe("a principal id that a data source reads", () => {
  /** A binding to what is looked up, by a data source of the user's own. */
  function bindLookedUp(
    stack: TerraformStack,
    id: string,
    lookup: { name: string; resourceGroupName: string },
  ) {
    const { identity } = new DataAzurermVirtualMachine(stack, `look-up-${id}`, lookup);
    rawBinding(stack, id, { principalId: identity.get(0).principalId, principalType: "ServicePrincipal" });
  }

  test("is that of the machine, by references and by what is written out", () => {
    const stack = checkedStack();
    const [without, having] = [
      rawVm(stack, "without", USER_ASSIGNED),
      rawVm(stack, "having", { type: "SystemAssigned" }),
    ];
    for (const { name, resourceGroupName, node } of [without, having]) {
      bindLookedUp(stack, `of-${node.id}`, { name, resourceGroupName });
      const written = { name: `test-${node.id}`.toUpperCase(), resourceGroupName: "rg-orders" };
      bindLookedUp(stack, `written-${node.id}`, written);
    }
    expect(places(RULE, stack)).toEqual(["error test/of-without", "error test/written-without"]);
  });

  test("is that of the machine behind the look-up of a construct, also when that is left over", () => {
    const stack = newStack();
    const having = new VmWithSystemIdentity(stack, "vm", { ...VM, principalIdLookupEnabled: true });
    having.assignRole("reads", Role.builtIn("Reader"), RESOURCE_GROUP_ID);
    expect(found(RULE, stack)).toEqual([]);
    having.resource.addOverride("identity.type", "UserAssigned");
    expect(places(RULE, stack)).toEqual(["error test/vm/reads"]);
    having.resource.addOverride("lifecycle.ignore_changes", ["identity"]);
    expect(found(RULE, stack)).toEqual([]);
  });

  test("of a machine that is not certain says nothing", () => {
    const stack = checkedStack();
    rawVm(stack, "a", USER_ASSIGNED).name = "vm-twice";
    rawVm(stack, "b", USER_ASSIGNED).name = "vm-twice";
    rawVm(stack, "counted", USER_ASSIGNED).count = TerraformCount.of(2);
    bindLookedUp(stack, "twice", { name: "vm-twice", resourceGroupName: "rg-orders" });
    bindLookedUp(stack, "counted-one", { name: "test-counted", resourceGroupName: "rg-orders" });
    bindLookedUp(stack, "elsewhere", { name: "test-a", resourceGroupName: "rg-other" });
    bindLookedUp(stack, "unknown", { name: "${var.name}", resourceGroupName: "rg-orders" });
    const hub = new AzurermProvider(stack, "hub", { features: [{}], alias: "hub" });
    rawVm(stack, "there", USER_ASSIGNED);
    const lookup = new DataAzurermVirtualMachine(stack, "hub-look-up", {
      name: "test-there",
      resourceGroupName: "rg-orders",
      provider: hub,
    });
    rawBinding(stack, "other-subscription", { principalId: lookup.identity.get(0).principalId });
    expect(found(RULE, stack)).toEqual([]);
  });
});

test("a binding that is made none of, as its machine has no identity, is left alone", () => {
  const stack = checkedStack();
  const vm = rawVm(stack, "vm", { type: "UserAssigned", identityIds: [IDENTITY_ID] });
  rawBinding(stack, "none", { principalId: vm.identity.principalId, count: 0 });
  rawBinding(stack, "one", { principalId: vm.identity.principalId, count: 1 });
  expect(places(RULE, stack)).toEqual(["error test/one"]);
});
