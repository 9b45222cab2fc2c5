import { DataAzurermUserAssignedIdentity } from "@cdktf/provider-azurerm/lib/data-azurerm-user-assigned-identity";
import { Lazy, TerraformCount, type TerraformStack } from "cdktf";
import { Role, UserAssignedIdentity, VmWithSystemIdentity } from "cdktf-azure-identity";
import { GROUP, GUID, newApp, newStack } from "../support";
import {
  checkedStack,
  found,
  LATE_TEXTS,
  places,
  prepared,
  RESOURCE_GROUP_ID,
  rawBinding,
  VM,
} from "./support";

const RULE = "principal-type";

function newIdentity(stack: TerraformStack): UserAssignedIdentity {
  return new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
}

function bind(identity: UserAssignedIdentity, id: string) {
  const scope = `${RESOURCE_GROUP_ID}-${id}`;
  return identity.assignRole(id, Role.builtIn("Reader"), scope).resource;
}

test("a service principal is accepted for identities and machines, and so is no type at all", () => {
  const stack = newStack();
  const identity = newIdentity(stack);
  bind(identity, "ours");
  const vm = new VmWithSystemIdentity(stack, "vm", VM);
  rawBinding(stack, "vm-raw", { principalId: vm.principalId, principalType: "ServicePrincipal" });
  rawBinding(stack, "none", { principalId: identity.principalId });
  expect(found(RULE, stack)).toEqual([]);
});

test("another type is an error that says what managed identities are", () => {
  const stack = newStack();
  bind(newIdentity(stack), "binding").principalType = "User";
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/identity/binding",
      address: expect.stringMatching(/^azurerm_role_assignment\.identity_binding/),
      message:
        'principal type "User" is given for test/identity, a managed identity; allowed is "ServicePrincipal", as ' +
        "managed identities are service principals; set principal_type to that, or bind with IdentityRoleBinding, " +
        "which does",
    },
  ]);
});

test.each([
  "Group",
  "Device",
  "serviceprincipal",
  "ServicePrincipal ",
  "",
])("the type %j is an error", (type) => {
  const stack = newStack();
  rawBinding(stack, "raw", { principalId: newIdentity(stack).principalId, principalType: type });
  expect(places(RULE, stack)).toEqual(["error test/raw"]);
});

test("the identities of machines and of data sources are managed identities too", () => {
  const stack = newStack();
  const lookup = { name: "id-shared", resourceGroupName: "rg" };
  const looked = new DataAzurermUserAssignedIdentity(stack, "looked-up", lookup);
  const vm = new VmWithSystemIdentity(stack, "vm", VM);
  rawBinding(stack, "a", { principalId: vm.principalId, principalType: "Group" });
  rawBinding(stack, "b", { principalId: looked.principalId, principalType: "Group" });
  expect(found(RULE, stack).map(({ message }) => message.split(";")[0])).toEqual([
    'principal type "Group" is given for test/vm, a managed identity',
    'principal type "Group" is given for test/looked-up, a managed identity',
  ]);
});

test("of a principal that is not known to be a managed identity nothing is said", () => {
  const stack = checkedStack();
  const principals = [
    GUID,
    "${var.principal}",
    "${data.azuread_group.a.object_id}",
    "${azurerm_user_assigned_identity.gone.principal_id}",
    "${azurerm_user_assigned_identity.ours.client_id}",
  ];
  for (const [at, principalId] of principals.entries())
    rawBinding(stack, `raw-${at}`, { principalId, principalType: "Group" });
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as a type says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "ServicePrincipal");
  const principalId = newIdentity(stack).principalId;
  rawBinding(stack, "raw", { principalId, principalType: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("a lazy type is checked when it is there", () => {
  const stack = newStack();
  const principalType = Lazy.stringValue({ produce: () => "User" });
  rawBinding(stack, "raw", { principalId: newIdentity(stack).principalId, principalType });
  expect(places(RULE, stack)).toEqual(["error test/raw"]);
});

test("the type counts that a binding has after overrides and setters", () => {
  const stack = newStack();
  const identity = newIdentity(stack);
  bind(identity, "overridden").addOverride("principal_type", "User");
  bind(identity, "set").principalType = "User";
  const mended = { principalId: identity.principalId, principalType: "User" };
  rawBinding(stack, "mended", mended).addOverride("principal_type", "ServicePrincipal");
  rawBinding(stack, "reset", mended).resetPrincipalType();
  expect(places(RULE, stack)).toEqual(["error test/identity/overridden", "error test/identity/set"]);
});

test("a raw binding is an error, counted or not, also for one of several identities", () => {
  const stack = newStack();
  const identity = newIdentity(stack);
  const principalType = "User";
  rawBinding(stack, "counted", {
    principalId: identity.principalId,
    principalType,
    count: TerraformCount.of(2),
  });
  identity.resource.count = 2;
  rawBinding(stack, "one", {
    principalId: "${azurerm_user_assigned_identity.identity[0].principal_id}",
    principalType,
  });
  expect(places(RULE, stack)).toEqual(["error test/counted", "error test/one"]);
});

test("the identity of another stack is known", () => {
  const app = newApp();
  const { principalId } = newIdentity(newStack("identities", app));
  const stack = checkedStack("access", app);
  rawBinding(stack, "good", { principalId, principalType: "ServicePrincipal" });
  rawBinding(stack, "bad", { principalId, principalType: "User" });
  expect(places(RULE, prepared(app))).toEqual(["error access/bad"]);
});

test("users, groups and service principals of azuread have a type, too", () => {
  const stack = checkedStack();
  const bound = (id: string, principalId: string, principalType: string) =>
    rawBinding(stack, id, { principalId, principalType });
  bound("user", "${azuread_user.ana.object_id}", "User");
  bound("group", "${data.azuread_group.ops.object_id}", "Group");
  bound("application", "${azuread_service_principal.app.object_id}", "ServicePrincipal");
  bound("user-as-group", "${azuread_user.ana.object_id}", "Group");
  bound("group-as-user", "${data.azuread_group.ops.object_id}", "User");
  bound("application-as-user", "${azuread_service_principal.app.object_id}", "User");
  bound("other-attribute", "${azuread_group.ops.id}", "User");
  bound("other-type", "${azuread_application.app.object_id}", "User");
  expect(places(RULE, stack)).toEqual([
    "error test/user-as-group",
    "error test/group-as-user",
    "error test/application-as-user",
  ]);
  expect(found(RULE, stack)[0]?.message).toBe(
    'principal type "Group" is given for "${azuread_user.ana.object_id}"; allowed is "User"; set principal_type to that, ' +
      "or bind with Principal, which does",
  );
});

test("a machine whose principal id is looked up has a managed identity, too", () => {
  const stack = newStack();
  const vm = new VmWithSystemIdentity(stack, "vm", { ...VM, principalIdLookupEnabled: true });
  rawBinding(stack, "raw", { principalId: vm.principalId, principalType: "User" });
  expect(places(RULE, stack)).toEqual(["error test/raw"]);
});
