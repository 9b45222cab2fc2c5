import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { Lazy, TerraformCount, TerraformIterator } from "cdktf";
import { UserAssignedIdentity, Vm } from "cdktf-azure-identity";
import { GROUP, GUID, newApp, newStack } from "../support";
import { rawCredential } from "./federated-support";
import {
  checkedStack,
  found,
  IDENTITY_ID,
  LATE_TEXTS,
  places,
  prepared,
  RESOURCE_GROUP_ID,
  rawVm,
  VM,
} from "./support";

const RULE = "identity-id";

/** An identity of the user's own making, which a machine takes as well as one of the library. */
function standIn(id: string) {
  return { id, name: "", principalId: "", clientId: "", tenantId: "" };
}

test("identities, lookups and written ids are accepted", () => {
  const stack = newStack();
  const identities = [
    new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-a" }),
    new RawIdentity(stack, "raw", { ...GROUP, name: "id-b" }),
    UserAssignedIdentity.fromName(stack, "named", { name: "id-c", resourceGroupName: "rg" }),
    UserAssignedIdentity.fromId(stack, "found", IDENTITY_ID.toLowerCase()),
    standIn(IDENTITY_ID),
  ];
  new Vm(stack, "vm", { ...VM, userAssignedIdentities: identities });
  expect(found(RULE, stack)).toEqual([]);
});

test("a GUID is an error that says what ids look like", () => {
  const stack = newStack();
  new Vm(stack, "vm", { ...VM, userAssignedIdentities: [standIn(GUID)] });
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/vm",
      address: "azurerm_linux_virtual_machine.vm",
      message:
        'user-assigned identity "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee" is a GUID, as principal ids and client ids are; ' +
        "allowed is /subscriptions/<guid>/resourceGroups/<group>/providers/Microsoft.ManagedIdentity/" +
        "userAssignedIdentities/<name>; pass the identity or its id",
    },
  ]);
});

test.each([
  ["", "is not the resource id of one"],
  ["id-orders", "is not the resource id of one"],
  [RESOURCE_GROUP_ID, "is not the resource id of one"],
  [`${IDENTITY_ID}/federatedIdentityCredentials/x`, "is not the resource id of one"],
  [`${IDENTITY_ID}/`, `is not written as azurerm asks for, which is "${IDENTITY_ID}"`],
  [
    IDENTITY_ID.replace("resourceGroups", "resourcegroups"),
    `is not written as azurerm asks for, which is "${IDENTITY_ID}"`,
  ],
])("the id %j is an error, as it %s", (id, problem) => {
  const stack = newStack();
  new Vm(stack, "vm", { ...VM, userAssignedIdentities: [standIn(id)] });
  expect(found(RULE, stack).map(({ message }) => message.split(";")[0])).toEqual([
    `user-assigned identity "${id}" ${problem}`,
  ]);
});

test("the text of an address is left to the rule about quoted references", () => {
  const stack = newStack();
  const identity = standIn("azurerm_user_assigned_identity.orders.id");
  new Vm(stack, "vm", { ...VM, userAssignedIdentities: [identity] });
  expect(found(RULE, stack)).toEqual([]);
});

test("another attribute of an identity, or all of it, is an error that names what was given", () => {
  const stack = newStack();
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-a" });
  const given = [identity.principalId, identity.clientId, identity.fqn];
  new Vm(stack, "vm", { ...VM, userAssignedIdentities: given.map(standIn) });
  expect(found(RULE, stack).map(({ message }) => message.split(";")[0])).toEqual([
    'user-assigned identity "${azurerm_user_assigned_identity.identity.principal_id}" is not the id but the principal_id',
    'user-assigned identity "${azurerm_user_assigned_identity.identity.client_id}" is not the id but the client_id',
    'user-assigned identity "${azurerm_user_assigned_identity.identity}" is not the id but the whole resource',
  ]);
});

test("what a federated credential belongs to is looked at alike, as far as it is known", () => {
  const stack = checkedStack();
  const lowered = IDENTITY_ID.replace("resourceGroups", "resourcegroups");
  const { principalId } = new RawIdentity(stack, "identity", { ...GROUP, name: "id-a" });
  for (const [id, parentId] of Object.entries({
    IDENTITY_ID,
    GUID,
    lowered,
    principalId,
    late: "${local.id}",
  })) {
    rawCredential(stack, id, { parentId });
  }
  expect(places(RULE, stack)).toEqual(["error test/GUID", "error test/lowered", "error test/principalId"]);
});

test.each(LATE_TEXTS)("%s as an id says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, IDENTITY_ID);
  Object.assign(rawVm(stack, "vm", { type: "UserAssigned", identityIds: [text] }), repeated);
  expect(found(RULE, stack)).toEqual([]);
});

test("ids of counted identities and a list that only Terraform knows say nothing", () => {
  const stack = checkedStack();
  const counted = new RawIdentity(stack, "counted", { ...GROUP, name: "id", count: TerraformCount.of(2) });
  const ids = [`\${${counted.terraformResourceType}.counted[0].id}`];
  rawVm(stack, "one", { type: "UserAssigned", identityIds: ids });
  const all = rawVm(stack, "all", { type: "UserAssigned", identityIds: ids });
  all.addOverride("identity.identity_ids", "${azurerm_user_assigned_identity.counted[*].id}");
  expect(found(RULE, stack)).toEqual([]);
});

test("a lazy id is checked when it is there", () => {
  const stack = newStack();
  const id = Lazy.stringValue({ produce: () => GUID });
  new Vm(stack, "vm", { ...VM, userAssignedIdentities: [standIn(id)] });
  expect(places(RULE, stack)).toEqual(["error test/vm"]);
});

test("the ids count that a machine has after overrides and setters", () => {
  const stack = newStack();
  const identityOf = (id: string) => ({ type: "UserAssigned", identityIds: [id] });
  const vm = (name: string, ids: string[]) =>
    new Vm(stack, name, { ...VM, name, userAssignedIdentities: ids.map(standIn) }).resource;
  vm("mended", [GUID]).addOverride("identity.identity_ids", "${local.ids}");
  vm("reset", [GUID]).putIdentity(identityOf(IDENTITY_ID));
  vm("overridden", []).addOverride("identity", { type: "UserAssigned", identity_ids: [GUID] });
  vm("set", [IDENTITY_ID]).putIdentity(identityOf(GUID));
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
});

test("a raw machine with a wrong id is an error, counted or not, by override and by setter too", () => {
  const stack = checkedStack();
  const bad = { type: "UserAssigned", identityIds: [GUID] };
  const good = { type: "UserAssigned", identityIds: [IDENTITY_ID] };
  rawVm(stack, "given", bad);
  rawVm(stack, "counted", bad).count = TerraformCount.of(2);
  rawVm(stack, "each", bad).forEach = TerraformIterator.fromList(["a"]);
  rawVm(stack, "overridden", good).addOverride("identity.identity_ids.0", GUID);
  rawVm(stack, "set", good).putIdentity(bad);
  rawVm(stack, "mended", bad).putIdentity(good);
  expect(places(RULE, stack)).toEqual([
    "error test/given",
    "error test/counted",
    "error test/each",
    "error test/overridden",
    "error test/set",
  ]);
});

test("a dynamic identity block says nothing", () => {
  const stack = checkedStack();
  const vm = rawVm(stack, "vm", { type: "UserAssigned", identityIds: [GUID] });
  vm.addOverride("identity", undefined);
  vm.addOverride("dynamic.identity", { for_each: "${var.ids}", content: { identity_ids: [GUID] } });
  expect(found(RULE, stack)).toEqual([]);
});

test("an identity of another stack is accepted, its principal id is not", () => {
  const app = newApp();
  const identity = new UserAssignedIdentity(newStack("identities", app), "a", { ...GROUP, name: "id-a" });
  const stack = newStack("machines", app);
  new Vm(stack, "good", { ...VM, name: "vm-a", userAssignedIdentities: [identity] });
  new Vm(stack, "bad", { ...VM, name: "vm-b", userAssignedIdentities: [standIn(identity.principalId)] });
  expect(places(RULE, prepared(app))).toEqual(["error machines/bad"]);
});
