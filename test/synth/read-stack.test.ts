import { DataAzurermClientConfig } from "@cdktf/provider-azurerm/lib/data-azurerm-client-config";
import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import {
  Aspects,
  Fn,
  Lazy,
  TerraformCount,
  TerraformElement,
  TerraformIterator,
  TerraformLocal,
  TerraformOutput,
  TerraformResource,
  type TerraformStack,
  TerraformVariable,
  Token,
} from "cdktf";
import { IdentityRoleBinding, Role, UserAssignedIdentity } from "cdktf-azure-identity";
import { readStack } from "../../lib/synth/read-stack";
import { GROUP, GUID, newApp, newStack, SSH_KEY, SUBSCRIPTION, written } from "../support";

function awkward(stack: TerraformStack): void {
  const variable = new TerraformVariable(stack, "suffix", { type: "string" });
  const list = new TerraformVariable(stack, "ids", { type: "list(string)" });
  const local = new TerraformLocal(stack, "local", { a: variable.stringValue });
  new AzurermProvider(stack, "second", { features: [{}], alias: "second", subscriptionId: SUBSCRIPTION });
  const group = new ResourceGroup(stack, "group", {
    name: `rg-${variable.stringValue}`,
    location: "westeurope",
    tags: { owner: Fn.lower("TEAM"), [`key-${variable.stringValue}`]: "x" },
  });
  const at = { resourceGroupName: group.name, location: group.location };

  new RawIdentity(stack, "lazy", { ...at, name: Lazy.stringValue({ produce: () => "id-lazy" }) });
  new RawIdentity(stack, "raw-text", { ...at, name: "id-$${escaped}-${var.suffix}" });
  new RawIdentity(stack, "tags-map", { ...at, name: "id-map", tags: Token.asStringMap(local.expression) });
  const overridden = new RawIdentity(stack, "overridden", { ...at, name: "id-before" });
  overridden.addOverride("name", "id-after");
  overridden.addOverride("tags.from", variable.stringValue);
  const set = new RawIdentity(stack, "set", { ...at, name: "id-before" });
  set.name = "id-set";
  new RawIdentity(stack, "counted", {
    ...at,
    name: `id_${TerraformCount.of(3).index}`,
    count: TerraformCount.of(variable.numberValue),
  });
  const iterator = TerraformIterator.fromList(list.listValue);
  const each = new RawIdentity(stack, "each", { ...at, name: iterator.value, forEach: iterator });
  const moved = new RawIdentity(stack, "moved", { ...at, name: "id-moved" });
  const target = new RawIdentity(stack, "target", { ...at, name: "id-target" });
  target.addMoveTarget("here");
  moved.moveTo("here");
  new RawIdentity(stack, "renamed", { ...at, name: "id-renamed" }).overrideLogicalId("other_name");
  new RawIdentity(stack, "life", {
    ...at,
    name: "id-life",
    lifecycle: { ignoreChanges: ["tags"], preventDestroy: true },
    dependsOn: [set],
    timeouts: { create: "5m" },
  });

  const machine = {
    ...at,
    size: "Standard_B2s",
    networkInterfaceIds: list.listValue,
    osDisk: { caching: "ReadWrite", diskSizeGb: variable.numberValue },
    adminSshKey: [{ username: "azureuser", publicKey: SSH_KEY }],
  };
  const vm = new LinuxVirtualMachine(stack, "vm", {
    ...machine,
    name: "vm",
    identity: { type: "SystemAssigned, UserAssigned", identityIds: [set.id, each.id] },
  });
  const dynamic = new LinuxVirtualMachine(stack, "dynamic", { ...machine, name: "vm-dynamic" });
  dynamic.addOverride("identity", iterator.dynamic({ type: "UserAssigned", identity_ids: [iterator.value] }));
  dynamic.addOverride("zone", null);
  new LinuxVirtualMachine(stack, "tokens", {
    ...machine,
    name: "vm-tokens",
    identity: { type: Fn.join(", ", ["SystemAssigned", "UserAssigned"]), identityIds: list.listValue },
    secureBootEnabled: variable.booleanValue,
  });

  new RoleAssignment(stack, "assignment", {
    principalId: vm.identity.principalId,
    scope: group.id,
    roleDefinitionName: "Reader",
  });
  const generic = new TerraformResource(stack, "generic", { terraformResourceType: "azurerm_container_app" });
  generic.addOverride("identity", [{ type: "UserAssigned", identity_ids: [set.id] }]);
  new DataAzurermClientConfig(stack, "client", {});
  new TerraformOutput(stack, "principal", { value: vm.identity.principalId, sensitive: true });

  const identity = new UserAssignedIdentity(stack, "own", { ...at, name: "id-own" });
  const binding = new IdentityRoleBinding(stack, "own-binding", {
    identity,
    role: Role.builtIn("Reader"),
    scope: `/subscriptions/${variable.stringValue}`,
  });
  binding.resource.addOverride("scope", "/subscriptions/${var.suffix}/resourceGroups/x");
  Aspects.of(stack).add({
    visit: (node) => {
      if (node === identity.resource) identity.resource.name = `id-aspect-${GUID}`;
    },
  });
}

/** All but the comment of cdktf about the stack as a whole. */
function comparable({ "//": _, ...json }: Record<string, unknown>): unknown {
  return JSON.parse(JSON.stringify(json));
}

// `moveTo` makes cdktf ask the terraform binary for its version, which this test has no use for.
function synthWithoutValidation(build: (stack: TerraformStack) => void) {
  const app = newApp();
  Object.defineProperty(app, "skipValidation", { value: true });
  const stack = newStack("test", app);
  build(stack);
  app.synth();
  return { stack, json: written(app, "test") };
}

test("what is read from a stack equals its final JSON, however awkward the resources", () => {
  const { stack, json } = synthWithoutValidation(awkward);
  const read = comparable(readStack(stack).json as Record<string, unknown>) as Record<string, object>;
  expect(read).toEqual(comparable(json));
  expect(Object.keys(read.resource ?? {})).toHaveLength(5);
});

test("overrides of the stack as a whole are seen", () => {
  const { stack, json } = synthWithoutValidation((stack) => {
    awkward(stack);
    stack.addOverride("resource.azurerm_role_assignment.ghost", { scope: "/", principal_id: GUID });
  });
  const read = comparable(readStack(stack).json as Record<string, unknown>);
  expect(read).toEqual(comparable(json));
  expect(JSON.stringify(read)).toContain("ghost");
});

test("elements of a nested stack belong to that stack alone", () => {
  const stack = newStack();
  const inner = newStack("inner", stack as never);
  new RawIdentity(inner, "identity", { ...GROUP, name: "id-inner" });
  expect(readStack(stack).json.resource).toBeUndefined();
  expect(Object.keys(readStack(inner).json.resource ?? {})).toEqual(["azurerm_user_assigned_identity"]);
});

test("elements with one address are read as merged, with the paths of all of them", () => {
  const stack = newStack();
  new RawIdentity(stack, "a b", { ...GROUP, name: "id-one" });
  new RawIdentity(stack, "ab", { ...GROUP, name: "id-two" });
  expect(readStack(stack).merged).toEqual([
    { address: "azurerm_user_assigned_identity.ab", paths: ["test/a b", "test/ab"] },
  ]);
});

test("elements made by the library are told from raw ones", () => {
  const stack = newStack();
  new UserAssignedIdentity(stack, "own", { ...GROUP, name: "id-own" });
  new RawIdentity(stack, "raw", { ...GROUP, name: "id-raw" });
  expect([...readStack(stack).own]).toEqual(["azurerm_user_assigned_identity.own"]);
});

test("reading a stack adds nothing to it", () => {
  const stack = newStack();
  awkward(stack);
  const elements = () => stack.node.findAll().filter(TerraformElement.isTerraformElement).length;
  const before = elements();
  readStack(stack);
  expect(elements()).toBe(before);
});
