import { DataAzureadServicePrincipal } from "@cdktf/provider-azuread/lib/data-azuread-service-principal";
import { GroupMember } from "@cdktf/provider-azuread/lib/group-member";
import { ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import { DataAzurermClientConfig } from "@cdktf/provider-azurerm/lib/data-azurerm-client-config";
import { DataAzurermResourceGroup } from "@cdktf/provider-azurerm/lib/data-azurerm-resource-group";
import { PimActiveRoleAssignment } from "@cdktf/provider-azurerm/lib/pim-active-role-assignment";
import { PimEligibleRoleAssignment } from "@cdktf/provider-azurerm/lib/pim-eligible-role-assignment";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { RoleAssignmentConfig } from "@cdktf/provider-azurerm/lib/role-assignment";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { type App, TerraformIterator, type TerraformStack, TerraformVariable } from "cdktf";
import {
  IdentityRoleBinding,
  IdentityVerification,
  type IManagedIdentity,
  Role,
  Scope,
  UserAssignedIdentity,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import { GROUP, GUID, newApp, newStack, SUBSCRIPTION } from "../support";
import { found, LATE_TEXTS, places, prepared, RESOURCE_GROUP_ID, rawBinding, VM } from "./support";

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

test("a principal that is not known, or looked up, may be the identity where its role can cover the scope", () => {
  const principals: [string, (stack: TerraformStack) => Partial<RoleAssignmentConfig>][] = [
    ["each", () => ({ principalId: "${each.value}", forEach: TerraformIterator.fromList(["a", "b"]) })],
    [
      "variable",
      (stack) => ({ principalId: new TerraformVariable(stack, "who", { type: "string" }).stringValue }),
    ],
    [
      "service-principal",
      (stack) => ({
        principalId: new DataAzureadServicePrincipal(stack, "sp", { displayName: "id-a" }).objectId,
      }),
    ],
  ];
  for (const [id, make] of principals) {
    const stack = newStack();
    verify(stack, identityIn(stack));
    rawBinding(stack, id, make(stack));
    expect([id, found(RULE, appOf(stack))]).toEqual([id, []]);
    const beside = newStack();
    verify(beside, identityIn(beside));
    rawBinding(beside, id, { ...make(beside), scope: `${RESOURCE_GROUP_ID}-other` });
    expect([id, places(RULE, appOf(beside))]).toEqual([id, ["warning test/check"]]);
  }
});

test("the deployer, and a service principal that the app makes, are others", () => {
  const stack = newStack();
  verify(stack, identityIn(stack));
  rawBinding(stack, "deployer", { principalId: new DataAzurermClientConfig(stack, "me").objectId });
  rawBinding(stack, "made", { principalId: new ServicePrincipal(stack, "sp", { clientId: GUID }).objectId });
  expect(places(RULE, appOf(stack))).toEqual(["warning test/check"]);
});

test.each([
  ["id-a", []],
  ["ID-A", []],
  ["id-b", ["warning identities/check"]],
])("a role for %s that another stack looks up", (name, expected) => {
  const app = newApp();
  const identities = newStack("identities", app);
  verify(identities, identityIn(identities));
  const access = newStack("access", app);
  const { resourceGroupName } = GROUP;
  const identity = UserAssignedIdentity.fromName(access, "lookup", { name, resourceGroupName });
  new IdentityRoleBinding(access, "binding", { identity, role: READER, scope: RESOURCE_GROUP_ID });
  expect(places(RULE, prepared(app))).toEqual(expected);
});

test("a machine's own identity is the same whether its principal is looked up or not", () => {
  for (const isBound of [true, false]) {
    const stack = newStack();
    const vm = new VmWithSystemIdentity(stack, "vm", { ...VM, principalIdLookupEnabled: true });
    const other = new VmWithSystemIdentity(stack, "other", { ...VM, name: "vm-b" });
    verify(stack, vm);
    rawBinding(stack, "raw", { principalId: (isBound ? vm : other).resource.identity.principalId });
    expect(places(RULE, appOf(stack))).toEqual(isBound ? [] : ["warning test/check"]);
  }
});

test("a user-assigned identity that is looked up is not a machine's own", () => {
  const stack = newStack();
  verify(stack, new VmWithSystemIdentity(stack, "vm", VM));
  const { name, resourceGroupName } = VM;
  const lookup = UserAssignedIdentity.fromName(stack, "lookup", { name, resourceGroupName });
  new IdentityRoleBinding(stack, "binding", { identity: lookup, role: READER, scope: RESOURCE_GROUP_ID });
  expect(places(RULE, appOf(stack))).toEqual(["warning test/check"]);
});

test("a role for some time counts, and one that has to be asked for does not", () => {
  for (const type of [PimActiveRoleAssignment, PimEligibleRoleAssignment]) {
    const stack = newStack();
    const identity = identityIn(stack);
    verify(stack, identity);
    new type(stack, "pim", {
      principalId: identity.principalId,
      roleDefinitionId: `${Scope.subscription(SUBSCRIPTION)}/providers/Microsoft.Authorization/roleDefinitions/${GUID}`,
      scope: RESOURCE_GROUP_ID,
    });
    expect(found(RULE, appOf(stack)).length).toBe(type === PimActiveRoleAssignment ? 0 : 1);
  }
});

test("a role at a group that is looked up may be one at the scope", () => {
  const stack = newStack();
  const identity = identityIn(stack);
  verify(stack, identity);
  const name = new TerraformVariable(stack, "name", { type: "string" }).stringValue;
  const { id } = new DataAzurermResourceGroup(stack, "group", { name });
  rawBinding(stack, "raw", { principalId: identity.principalId, scope: id });
  expect(found(RULE, appOf(stack))).toEqual([]);
});

test("the identity that azapi gives to a machine may be the one that has the role", () => {
  const stack = newStack();
  const vm = new VmWithSystemIdentity(stack, "vm", VM);
  stack.addOverride("resource.azapi_update_resource.spot", {
    type: "Microsoft.Compute/virtualMachines@2024-03-01",
    resource_id: "${azurerm_linux_virtual_machine.vm.id}",
    body: { identity: { type: "SystemAssigned" } },
  });
  const principalId = "${azapi_update_resource.spot.output.identity.principalId}";
  verify(stack, { principalId, tenantId: GUID }, RESOURCE_GROUP_ID, "azapi-check");
  verify(stack, vm, RESOURCE_GROUP_ID, "vm-check");
  rawBinding(stack, "raw", { principalId });
  expect(found(RULE, appOf(stack))).toEqual([]);
});
