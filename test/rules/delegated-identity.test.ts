import { Lazy, TerraformCount, type TerraformStack } from "cdktf";
import { IdentityRoleBinding, Role, UserAssignedIdentity, Vm } from "cdktf-azure-identity";
import { GROUP, GUID, newApp, newStack, SUBSCRIPTION } from "../support";
import {
  checkedStack,
  found,
  IDENTITY_ID,
  LATE_TEXTS,
  places,
  prepared,
  RESOURCE_GROUP_ID,
  rawBinding,
  VM,
} from "./support";

const RULE = "delegated-identity";

function bind(stack: TerraformStack, id: string) {
  const identity = { principalId: GUID, tenantId: GUID };
  const scope = `${RESOURCE_GROUP_ID}-${id}`;
  return new IdentityRoleBinding(stack, id, { identity, role: Role.builtIn("Reader"), scope }).resource;
}

function delegated(stack: TerraformStack, id: string, delegatedManagedIdentityResourceId: string) {
  return rawBinding(stack, id, { delegatedManagedIdentityResourceId });
}

test.each([
  IDENTITY_ID,
  IDENTITY_ID.toUpperCase(),
  `${RESOURCE_GROUP_ID}/providers/Microsoft.Compute/virtualMachines/vm`,
  `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/policyAssignments/a`,
  "/providers/Microsoft.Management/managementGroups/mg/providers/Microsoft.Authorization/policyAssignments/a",
])("the id %s is accepted", (id) => {
  const stack = checkedStack();
  delegated(stack, "raw", id);
  expect(found(RULE, stack)).toEqual([]);
});

test("the ids of identities and machines are accepted, and so is none", () => {
  const stack = newStack();
  delegated(stack, "a", new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" }).id);
  delegated(stack, "b", new Vm(stack, "vm", VM).id);
  bind(stack, "none");
  expect(found(RULE, stack)).toEqual([]);
});

test("a GUID is an error that says what is allowed", () => {
  const stack = newStack();
  bind(stack, "binding").delegatedManagedIdentityResourceId = GUID;
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/binding",
      address: "azurerm_role_assignment.binding",
      message:
        `delegated managed identity "${GUID}" is no resource id; allowed is the resource id of a user-assigned identity, ` +
        "or of a resource with a system-assigned one; pass that id",
    },
  ]);
});

test.each([
  ["id-orders", "is no resource id"],
  ["", "is no resource id"],
  [`${IDENTITY_ID}/`.replace("id-orders", ""), "is no resource id"],
  [RESOURCE_GROUP_ID, "is the id of a scope, which has no identity"],
  [`/subscriptions/${SUBSCRIPTION}`, "is the id of a scope, which has no identity"],
  ["${azurerm_user_assigned_identity.ours.principal_id}", "is not the id but the principal_id"],
])("%j is an error, as it %s", (id, problem) => {
  const stack = checkedStack();
  delegated(stack, "raw", id);
  expect(found(RULE, stack).map(({ level, message }) => `${level} ${message.split(";")[0]}`)).toEqual([
    `error delegated managed identity "${id}" ${problem}`,
  ]);
});

test.each(LATE_TEXTS)("%s as an id says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, IDENTITY_ID);
  rawBinding(stack, "raw", { delegatedManagedIdentityResourceId: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("a lazy id is checked when it is there", () => {
  const stack = checkedStack();
  delegated(stack, "raw", Lazy.stringValue({ produce: () => GUID }));
  expect(places(RULE, stack)).toEqual(["error test/raw"]);
});

test("a raw binding is an error, counted or not, by override and by setter too", () => {
  const stack = checkedStack();
  delegated(stack, "counted", GUID).count = TerraformCount.of(2);
  rawBinding(stack, "overridden").addOverride("delegated_managed_identity_resource_id", GUID);
  rawBinding(stack, "set").delegatedManagedIdentityResourceId = GUID;
  delegated(stack, "mended", GUID).delegatedManagedIdentityResourceId = IDENTITY_ID;
  expect(places(RULE, stack)).toEqual(["error test/counted", "error test/overridden", "error test/set"]);
});

test("of an identity of another stack the id is accepted and the client id is not", () => {
  const app = newApp();
  const identity = new UserAssignedIdentity(newStack("identities", app), "identity", {
    ...GROUP,
    name: "id-orders",
  });
  const stack = checkedStack("access", app);
  delegated(stack, "good", identity.id);
  delegated(stack, "bad", identity.clientId);
  expect(places(RULE, prepared(app))).toEqual(["error access/bad"]);
});
