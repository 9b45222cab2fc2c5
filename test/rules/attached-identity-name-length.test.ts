import { LinuxVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/linux-virtual-machine-scale-set";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { TerraformCount, type TerraformStack } from "cdktf";
import { UserAssignedIdentity, Vm } from "cdktf-azure-identity";
import { GROUP, newApp, newStack } from "../support";
import {
  checkedStack,
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

const RULE = "attached-identity-name-length";
const SHORT = "id-abcdefghijklmnopqrstu";
const LONG = `${SHORT}v`;
const LONG_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${LONG}`;

function identityNamed(stack: TerraformStack, name: string, id = "identity"): UserAssignedIdentity {
  return new UserAssignedIdentity(stack, id, { ...GROUP, name });
}

test("24 characters are legal for an identity of a machine", () => {
  const stack = newStack();
  new Vm(stack, "vm", { ...VM, userAssignedIdentities: [identityNamed(stack, SHORT)] });
  expect(found(RULE, stack)).toEqual([]);
});

test("an identity that no machine uses may have a longer name", () => {
  const stack = newStack();
  identityNamed(stack, LONG);
  expect(found(RULE, stack)).toEqual([]);
});

test("25 characters are an error at the identity, and the message names the machine", () => {
  const stack = newStack();
  new Vm(stack, "vm", { ...VM, userAssignedIdentities: [identityNamed(stack, LONG)] });
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/identity",
      address: "azurerm_user_assigned_identity.identity",
      message:
        'identity name "id-abcdefghijklmnopqrstuv" has 25 characters and is attached to test/vm; allowed are 24, the ' +
        "limit that Azure documents for identities of virtual machines and scale sets; choose a shorter name, or " +
        "accept this one with IdentityRules.acknowledge",
    },
  ]);
});

test("an identity of several machines is found once", () => {
  const stack = newStack();
  const identity = identityNamed(stack, LONG);
  new Vm(stack, "a", { ...VM, name: "vm-a", userAssignedIdentities: [identity] });
  new Vm(stack, "b", { ...VM, name: "vm-b", userAssignedIdentities: [identity] });
  expect(places(RULE, stack)).toEqual(["error test/identity"]);
});

test("an identity that was looked up is a warning at its lookup, as its name cannot be chosen any more", () => {
  const stack = newStack();
  const identity = UserAssignedIdentity.fromName(stack, "shared", { resourceGroupName: "rg", name: LONG });
  new Vm(stack, "vm", { ...VM, userAssignedIdentities: [identity] });
  expect(places(RULE, stack)).toEqual(["warning test/shared"]);
});

test("the name in a literal id counts, and is a warning at the machine", () => {
  const stack = newStack();
  const short = UserAssignedIdentity.fromId(stack, "short", IDENTITY_ID);
  new Vm(stack, "good", { ...VM, name: "vm-good", userAssignedIdentities: [short] });
  const long = UserAssignedIdentity.fromId(stack, "long", LONG_ID);
  new Vm(stack, "bad", { ...VM, name: "vm-bad", userAssignedIdentities: [long] });
  expect(places(RULE, stack)).toEqual(["warning test/bad"]);
});

test("of two the raw one decides: each raw machine gets a warning, whatever it uses", () => {
  const stack = checkedStack();
  const identityIds = [identityNamed(stack, LONG).id];
  rawVm(stack, "a", { type: "UserAssigned", identityIds });
  rawVm(stack, "b", { type: "UserAssigned", identityIds });
  expect(places(RULE, stack)).toEqual(["warning test/a", "warning test/b"]);
});

test("a raw identity of a machine of the library gets a warning", () => {
  const stack = newStack();
  const identity = new RawIdentity(stack, "raw", { ...GROUP, name: LONG });
  new Vm(stack, "vm", { ...VM, userAssignedIdentities: [identity] });
  expect(places(RULE, stack)).toEqual(["warning test/raw"]);
});

test("a raw machine does not hide the error of a later one of the library", () => {
  const stack = newStack();
  const identity = identityNamed(stack, LONG);
  rawVm(stack, "raw", { type: "UserAssigned", identityIds: [identity.id] });
  new Vm(stack, "vm", { ...VM, userAssignedIdentities: [identity] });
  expect(places(RULE, stack)).toEqual(["error test/identity", "warning test/raw"]);
});

test("scale sets count, other hosts do not", () => {
  const stack = checkedStack();
  const identity = { type: "UserAssigned", identityIds: [identityNamed(stack, LONG).id] };
  new LinuxVirtualMachineScaleSet(stack, "set", {
    ...GROUP,
    name: "vmss",
    sku: "Standard_B2s",
    adminUsername: "azureuser",
    osDisk: RAW_VM.osDisk,
    networkInterface: [],
    identity,
  });
  const group = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
  group.addOverride("identity", { type: identity.type, identity_ids: identity.identityIds });
  expect(places(RULE, stack)).toEqual(["warning test/set"]);
});

test.each(LATE_TEXTS)("%s as a name says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, SHORT);
  const identity = new RawIdentity(stack, "raw", { ...GROUP, name: text, ...repeated });
  rawVm(stack, "vm", { type: "UserAssigned", identityIds: [identity.id] });
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as an id says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, IDENTITY_ID);
  Object.assign(rawVm(stack, "vm", { type: "UserAssigned", identityIds: [text] }), repeated);
  expect(found(RULE, stack)).toEqual([]);
});

test("the name counts that the identity has after overrides and setters", () => {
  const stack = newStack();
  const names = { overridden: SHORT, set: SHORT, mended: LONG };
  const identities = Object.entries(names).map(([id, name]) => identityNamed(stack, name, id));
  new Vm(stack, "vm", { ...VM, userAssignedIdentities: identities });
  const [overridden, set, mended] = identities.map(({ resource }) => resource);
  overridden?.addOverride("name", LONG);
  if (set) set.name = `${LONG}w`;
  mended?.addOverride("name", "id-mended");
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
});

test("an attachment by override counts, and one that was overridden away does not", () => {
  const stack = newStack();
  const identity = identityNamed(stack, LONG);
  const without = new Vm(stack, "without", { ...VM, name: "vm-a", userAssignedIdentities: [identity] });
  without.resource.addOverride("identity.identity_ids", "${local.ids}");
  expect(found(RULE, stack)).toEqual([]);
  const having = new Vm(stack, "having", { ...VM, name: "vm-b" });
  having.resource.addOverride("identity", { type: "UserAssigned", identity_ids: [identity.id] });
  expect(places(RULE, stack)).toEqual(["error test/identity"]);
});

test("a counted machine counts, a dynamic identity block does not", () => {
  const stack = checkedStack();
  const identity = { type: "UserAssigned", identityIds: [LONG_ID] };
  rawVm(stack, "counted", identity).count = TerraformCount.of(2);
  const dynamic = rawVm(stack, "dynamic", identity);
  dynamic.addOverride("dynamic.identity", { for_each: "${var.identities}", content: {} });
  expect(places(RULE, stack)).toEqual(["warning test/counted"]);
});

test("an identity of another stack is found where its name is", () => {
  const app = newApp();
  const identity = identityNamed(newStack("identities", app), LONG);
  new Vm(newStack("machines", app), "vm", { ...VM, userAssignedIdentities: [identity] });
  expect(places(RULE, prepared(app))).toEqual(["error identities/identity"]);
});
