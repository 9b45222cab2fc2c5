import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { TerraformCount, type TerraformStack } from "cdktf";
import {
  CustomRole,
  IdentityRoleBinding,
  Role,
  Scope,
  UserAssignedIdentity,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import { GROUP, GUID, newApp, newStack, SUBSCRIPTION } from "../support";
import {
  checkedStack,
  found,
  LATE_TEXTS,
  places,
  prepared,
  READER_ID,
  RESOURCE_GROUP_ID,
  rawBinding,
  VM,
} from "./support";

const RULE = "redundant-role-binding";
const READER = Role.builtIn("Reader");
const SUBSCRIPTION_SCOPE = Scope.subscription(SUBSCRIPTION);
const ACCOUNT_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.Storage/storageAccounts/orders`;
const CONDITION = { condition: "@Resource[x] StringEquals 'y'", conditionVersion: "2.0" };

function newIdentity(stack: TerraformStack): UserAssignedIdentity {
  return new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
}

function newGroup(stack: TerraformStack, id = "group"): ResourceGroup {
  return new ResourceGroup(stack, id, { name: `rg-${id}`, location: "westeurope" });
}

function newAccount(stack: TerraformStack, id: string, resourceGroupName: string): StorageAccount {
  const kind = { accountTier: "Standard", accountReplicationType: "LRS", location: "westeurope" };
  return new StorageAccount(stack, id, { ...kind, name: id, resourceGroupName });
}

test("scopes beside each other, other roles and other principals are accepted", () => {
  const stack = checkedStack();
  rawBinding(stack, "group");
  rawBinding(stack, "group-10", { scope: `${RESOURCE_GROUP_ID}10` });
  rawBinding(stack, "role", { scope: ACCOUNT_ID, roleDefinitionId: READER_ID.replace("acdd", "acde") });
  rawBinding(stack, "principal", { scope: ACCOUNT_ID, principalId: GUID.replace("aaaa", "bbbb") });
  rawBinding(stack, "management-group", { scope: Scope.managementGroup("orders") });
  expect(found(RULE, stack)).toEqual([]);
});

test("a role that holds already gets a warning that names the wider binding", () => {
  const stack = newStack();
  const identity = newIdentity(stack);
  identity.assignRole("wide", READER, SUBSCRIPTION_SCOPE);
  identity.assignRole("narrow", READER, ACCOUNT_ID);
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "warning",
      stack: "test",
      path: "test/identity/narrow",
      address: expect.stringMatching(/^azurerm_role_assignment\.identity_narrow/),
      message:
        'role "Reader" for principal "${azurerm_user_assigned_identity.identity.principal_id}" at scope ' +
        `"${ACCOUNT_ID}" holds there already, as test/identity/wide binds it at scope "${SUBSCRIPTION_SCOPE}"; ` +
        "allowed is one of the two; remove this one, or the wider one where that is more than the work needs",
    },
  ]);
});

test("of several wider bindings the nearest is named", () => {
  const stack = checkedStack();
  rawBinding(stack, "root", { scope: "/" });
  rawBinding(stack, "subscription", { scope: `${SUBSCRIPTION_SCOPE}/` });
  rawBinding(stack, "group", { scope: RESOURCE_GROUP_ID.toUpperCase() });
  rawBinding(stack, "account", { scope: ACCOUNT_ID });
  rawBinding(stack, "management-group", { scope: Scope.managementGroup("orders") });
  const named = found(RULE, stack).map(
    ({ path, message }) => `${path} ${/as (\S+) binds/.exec(message)?.[1]}`,
  );
  expect(named.sort()).toEqual([
    "test/account test/group",
    "test/group test/subscription",
    "test/management-group test/root",
    "test/subscription test/root",
  ]);
});

test("a resource is below the group that its arguments name, and the group below the provider's subscription", () => {
  const stack = newStack();
  const identity = newIdentity(stack);
  const group = newGroup(stack);
  identity.assignRole("by-reference", READER, newAccount(stack, "a", group.name).id);
  identity.assignRole("by-name", READER, newAccount(stack, "b", "rg-group").id);
  identity.assignRole("elsewhere", READER, newAccount(stack, "c", "rg-other").id);
  expect(found(RULE, stack)).toEqual([]);
  identity.assignRole("group", READER, group.id);
  expect(places(RULE, stack)).toEqual([
    "warning test/identity/by-reference",
    "warning test/identity/by-name",
  ]);
  identity.assignRole("subscription", READER, Scope.currentSubscription(stack));
  expect(places(RULE, stack).sort()).toEqual([
    "warning test/identity/by-name",
    "warning test/identity/by-reference",
    "warning test/identity/elsewhere",
    "warning test/identity/group",
  ]);
});

test("a group of which the name is not known still holds its resources", () => {
  const stack = newStack();
  const identity = newIdentity(stack);
  const group = newGroup(stack);
  group.name = "${var.name}";
  identity.assignRole("group", READER, group.id);
  identity.assignRole("account", READER, newAccount(stack, "a", group.name).id);
  identity.assignRole("other", READER, newAccount(stack, "b", newGroup(stack, "other").name).id);
  expect(places(RULE, stack)).toEqual(["warning test/identity/account"]);
});

test("of a group or an account with count nothing is said", () => {
  const stack = newStack();
  const identity = newIdentity(stack);
  const group = newGroup(stack);
  const account = newAccount(stack, "a", group.name);
  identity.assignRole("group", READER, "${azurerm_resource_group.group[0].id}");
  identity.assignRole("account", READER, account.id);
  group.count = 2;
  account.count = 2;
  expect(found(RULE, stack)).toEqual([]);
});

test("one role of the app's own is the same at two scopes", () => {
  const stack = newStack();
  const identity = newIdentity(stack);
  const { role } = new CustomRole(stack, "role", {
    name: "Orders Operator",
    scope: SUBSCRIPTION_SCOPE,
    actions: ["Microsoft.Compute/virtualMachines/start/action"],
  });
  identity.assignRole("wide", role, newGroup(stack).id);
  identity.assignRole("narrow", role, newAccount(stack, "a", "rg-group").id);
  expect(places(RULE, stack)).toEqual(["warning test/identity/narrow"]);
});

test("a condition on one of the two makes them different", () => {
  const stack = checkedStack();
  rawBinding(stack, "wide", { scope: SUBSCRIPTION_SCOPE, ...CONDITION });
  rawBinding(stack, "narrow");
  rawBinding(stack, "narrower", { scope: ACCOUNT_ID, ...CONDITION });
  expect(found(RULE, stack)).toEqual([]);
});

test("counted bindings are left out", () => {
  const stack = checkedStack();
  rawBinding(stack, "wide", { scope: SUBSCRIPTION_SCOPE, count: TerraformCount.of(2) });
  rawBinding(stack, "narrow");
  rawBinding(stack, "narrower", { scope: ACCOUNT_ID, count: TerraformCount.of(2) });
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as a role or a principal says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, ACCOUNT_ID);
  rawBinding(stack, "wide", { scope: SUBSCRIPTION_SCOPE });
  rawBinding(stack, "role", { scope: ACCOUNT_ID, roleDefinitionId: text, ...repeated });
  rawBinding(stack, "principal", { scope: ACCOUNT_ID, principalId: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as a scope is compared only as far as it is there", (kind, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, ACCOUNT_ID);
  rawBinding(stack, "wide", { scope: SUBSCRIPTION_SCOPE });
  rawBinding(stack, "beside", { scope: `${ACCOUNT_ID}/blobServices/default` });
  rawBinding(stack, "scope", { scope: text, ...repeated });
  const isThere = ["a lazy legal text", "a legal text with a raw expression"].includes(kind);
  expect(places(RULE, stack).includes("warning test/scope")).toBe(isThere);
});

test("scopes count that bindings have after overrides and setters", () => {
  const stack = newStack();
  const identity = newIdentity(stack);
  identity.assignRole("wide", READER, RESOURCE_GROUP_ID);
  identity.assignRole("mended", READER, ACCOUNT_ID).resource.scope = `${SUBSCRIPTION_SCOPE}/resourceGroups/a`;
  identity.assignRole("overridden", READER, "/").resource.addOverride("scope", ACCOUNT_ID);
  rawBinding(stack, "raw", { principalId: identity.principalId }).scope = `${ACCOUNT_ID}2`;
  expect(places(RULE, stack).sort()).toEqual(["warning test/identity/overridden", "warning test/raw"]);
});

test("bindings of two stacks are compared, and the finding is in the one that is checked", () => {
  const app = newApp();
  const group = newGroup(newStack("groups", app));
  const wide = { principalId: GUID, roleDefinitionId: READER_ID };
  rawBinding(newStack("unchecked", app), "narrow", { ...wide, scope: `${RESOURCE_GROUP_ID}/x` });
  const stack = checkedStack("access", app);
  const identity = { principalId: GUID, tenantId: GUID };
  new IdentityRoleBinding(stack, "narrow", { identity, role: READER, scope: group.id });
  new IdentityRoleBinding(stack, "wide", { identity, role: READER, scope: SUBSCRIPTION_SCOPE });
  rawBinding(newStack("raw", app), "below", { ...wide, scope: ACCOUNT_ID });
  const texts = found(RULE, prepared(app)).map(({ path, message }) => `${path} ${message.split(";")[0]}`);
  expect(texts).toEqual([
    expect.stringContaining("access/narrow role"),
    expect.stringMatching(
      /^access\/wide role .* is bound by raw\/below at scope .* too, where it holds already$/,
    ),
  ]);
});

test("a machine whose principal id is looked up is one principal with the machine itself", () => {
  const stack = newStack();
  const vm = new VmWithSystemIdentity(stack, "vm", { ...VM, principalIdLookupEnabled: true });
  vm.assignRole("reads", READER, RESOURCE_GROUP_ID);
  const { principalId } = vm.resource.identity;
  rawBinding(stack, "above", { principalId, scope: SUBSCRIPTION_SCOPE });
  expect(places(RULE, stack)).toEqual(["warning test/vm/reads"]);
});
