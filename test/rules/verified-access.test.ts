import { GroupMember } from "@cdktf/provider-azuread/lib/group-member";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import type { App, TerraformStack } from "cdktf";
import {
  IdentityRoleBinding,
  IdentityVerification,
  type IManagedIdentity,
  Role,
  Scope,
  UserAssignedIdentity,
} from "cdktf-azure-identity";
import { GROUP, GUID, newApp, newStack, SUBSCRIPTION } from "../support";
import { found, LATE_TEXTS, places, prepared, RESOURCE_GROUP_ID, rawBinding } from "./support";

const RULE = "verified-access";
const READER = Role.builtIn("Reader");
const MACHINE = {
  virtualMachine: { id: `${RESOURCE_GROUP_ID}/providers/Microsoft.Compute/virtualMachines/vm` },
  osType: "Linux",
  location: "westeurope",
} as const;

function verify(stack: TerraformStack, identity: IManagedIdentity, scope = RESOURCE_GROUP_ID, id = "check") {
  return new IdentityVerification(stack, id, { ...MACHINE, identity, scope, apiVersion: "2023-05-01" });
}

const identityIn = (stack: TerraformStack) =>
  new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-a" });

/** Rules that need all stacks see an app. */
const appOf = (stack: TerraformStack) => stack.node.root as App;

test("a role at the scope, above it, or where it may be above it, is enough", () => {
  for (const scope of [
    RESOURCE_GROUP_ID,
    RESOURCE_GROUP_ID.replace("rg-orders", "RG-Orders"),
    Scope.subscription(SUBSCRIPTION),
    Scope.managementGroup("shops"),
    "/",
  ]) {
    const stack = newStack();
    const identity = identityIn(stack);
    verify(stack, identity);
    rawBinding(stack, "raw", { principalId: identity.principalId, scope });
    expect(found(RULE, appOf(stack))).toEqual([]);
  }
});

test("no role at all is a warning that says the fix", () => {
  const stack = newStack();
  verify(stack, identityIn(stack));
  rawBinding(stack, "of-another");
  expect(found(RULE, appOf(stack))).toEqual([
    {
      rule: RULE,
      level: "warning",
      stack: "test",
      path: "test/check",
      address: "azurerm_virtual_machine_run_command.check",
      message:
        'principal "${azurerm_user_assigned_identity.identity.principal_id}" has no role at scope ' +
        `"${RESOURCE_GROUP_ID}" in this app; allowed is one that can read there; bind a role such as Reader to the ` +
        "identity, or acknowledge who else gives it one",
    },
  ]);
});

test("a role below the scope, or beside it, is none at the scope", () => {
  const stack = newStack();
  const identity = identityIn(stack);
  const group = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
  const account = new StorageAccount(stack, "account", {
    name: "storders",
    resourceGroupName: group.name,
    location: group.location,
    accountTier: "Standard",
    accountReplicationType: "LRS",
  });
  identity.assignRole("account", READER, account.id);
  verify(stack, identity, group.id, "group-check");
  verify(stack, identity, account.id, "account-check");
  verify(stack, identity, `${RESOURCE_GROUP_ID}-other`, "other-check");
  expect(places(RULE, appOf(stack))).toEqual(["warning test/group-check", "warning test/other-check"]);
});

test("an identity from elsewhere may have its roles from there", () => {
  const stack = newStack();
  verify(stack, UserAssignedIdentity.fromName(stack, "lookup", { name: "id-a", resourceGroupName: "rg" }));
  verify(stack, { principalId: GUID, tenantId: GUID }, RESOURCE_GROUP_ID, "known");
  expect(found(RULE, appOf(stack))).toEqual([]);
});

test("a member of a group may have its roles from there", () => {
  const stack = newStack();
  const identity = identityIn(stack);
  verify(stack, identity);
  new GroupMember(stack, "member", { groupObjectId: GUID, memberObjectId: identity.principalId });
  expect(found(RULE, appOf(stack))).toEqual([]);
});

test.each(LATE_TEXTS)("%s as the scope of the role or of the check says nothing wrong", (kind, make) => {
  const stack = newStack();
  const identity = identityIn(stack);
  const { text, repeated } = make(stack, RESOURCE_GROUP_ID);
  rawBinding(stack, "raw", { principalId: identity.principalId, scope: text, ...repeated });
  verify(stack, identity);
  const other = newStack();
  if (!/legal/.test(kind)) verify(other, identityIn(other), make(other, RESOURCE_GROUP_ID).text);
  expect([...found(RULE, appOf(stack)), ...found(RULE, appOf(other))]).toEqual([]);
});

test("a stack alone does not see what others give", () => {
  const stack = newStack();
  verify(stack, identityIn(stack));
  expect(found(RULE, stack)).toEqual([]);
});

test("the role may be given in another stack", () => {
  const app = newApp();
  const identities = newStack("identities", app);
  const identity = identityIn(identities);
  const access = newStack("access", app);
  new IdentityRoleBinding(access, "binding", { identity, role: READER, scope: RESOURCE_GROUP_ID });
  verify(newStack("checks", app), identity);
  expect(found(RULE, prepared(app))).toEqual([]);
});
