import { FederatedIdentityCredential } from "@cdktf/provider-azurerm/lib/federated-identity-credential";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import type { TerraformStack } from "cdktf";
import { Principal, Role, UserAssignedIdentity } from "cdktf-azure-identity";
import { addresses } from "../constructs";
import { rawBinding } from "../rules/support";
import { findings, GROUP, GUID, newApp, newStack, SUBSCRIPTION, synthesized } from "../support";

const LOCK = "azurerm_management_lock.identity_deletion-lock_DFC422D2";

function locked(stack: TerraformStack): UserAssignedIdentity {
  return new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders", deletionLock: true });
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into JSON freely
function lockOf(stack: TerraformStack): any {
  return Object.values(synthesized(stack).resource.azurerm_management_lock)[0];
}

test("a lock at the identity keeps it from being deleted", () => {
  const stack = newStack();
  const identity = locked(stack);
  expect(addresses(stack)).toEqual([LOCK, "azurerm_user_assigned_identity.identity"]);
  expect(lockOf(stack)).toEqual({
    name: "deletion-lock",
    lock_level: "CanNotDelete",
    scope: "${azurerm_user_assigned_identity.identity.id}",
  });
  expect(identity.deletionLock?.node.path).toBe("test/identity/deletion-lock");
});

test.each([false, undefined])("deletionLock %s makes none", (deletionLock) => {
  const stack = newStack();
  const option = deletionLock === undefined ? {} : { deletionLock };
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders", ...option });
  expect(identity.deletionLock).toBeUndefined();
  expect(addresses(stack)).toEqual(["azurerm_user_assigned_identity.identity"]);
});

test("it waits for the bindings at the identity and its federated credentials, however and whenever they are made", () => {
  const stack = newStack();
  const identity = locked(stack);
  identity.allowAssignmentBy("ops", Principal.group(GUID));
  rawBinding(stack, "raw", { scope: identity.id });
  rawBinding(stack, "overridden").addOverride("scope", "${azurerm_user_assigned_identity.identity.id}");
  new FederatedIdentityCredential(stack, "credential", {
    name: "github",
    resourceGroupName: GROUP.resourceGroupName,
    parentId: identity.id,
    audience: ["api://AzureADTokenExchange"],
    issuer: "https://token.actions.githubusercontent.com",
    subject: "repo:contoso/orders:ref:refs/heads/main",
  });
  expect(lockOf(stack).depends_on).toEqual([
    expect.stringMatching(/^azurerm_role_assignment\.identity_ops_/),
    "azurerm_role_assignment.raw",
    "azurerm_role_assignment.overridden",
    "azurerm_federated_identity_credential.credential",
  ]);
});

test("it waits for nothing that it does not lock: what the identity may do elsewhere, others' bindings, moved ones", () => {
  const stack = newStack();
  const identity = locked(stack);
  const other = new UserAssignedIdentity(stack, "other", { ...GROUP, name: "id-other" });
  identity.assignRole("reads", Role.builtIn("Reader"), `/subscriptions/${SUBSCRIPTION}`);
  rawBinding(stack, "other-binding", { scope: other.id });
  rawBinding(stack, "away", { scope: identity.id }).moveToId("azurerm_role_assignment.gone");
  expect(lockOf(stack)).not.toHaveProperty("depends_on");
});

test("it keeps what it was told to wait for", () => {
  const stack = newStack();
  const identity = locked(stack);
  const reads = identity.assignRole("reads", Role.builtIn("Reader"), `/subscriptions/${SUBSCRIPTION}`);
  rawBinding(stack, "raw", { scope: identity.id });
  reads.applyBefore(identity.deletionLock as NonNullable<typeof identity.deletionLock>);
  expect(lockOf(stack).depends_on).toEqual([
    expect.stringMatching(/^azurerm_role_assignment\.identity_reads_/),
    "azurerm_role_assignment.raw",
  ]);
});

test("logical ids can be overridden afterwards", () => {
  const stack = newStack();
  const identity = locked(stack);
  rawBinding(stack, "raw", { scope: identity.id }).overrideLogicalId("renamed");
  identity.deletionLock?.overrideLogicalId("lock");
  expect(synthesized(stack).resource.azurerm_management_lock.lock.depends_on).toEqual([
    "azurerm_role_assignment.renamed",
  ]);
});

test("the identity's logical id can be overridden after the lock was made", () => {
  const stack = newStack();
  locked(stack).resource.overrideLogicalId("renamed");
  expect(lockOf(stack).scope).toBe("${azurerm_user_assigned_identity.renamed.id}");
});

test("it has the provider of the identity", () => {
  const stack = newStack();
  const provider = new AzurermProvider(stack, "hub", { features: [{}], alias: "hub" });
  new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders", provider, deletionLock: true });
  expect(lockOf(stack).provider).toBe("azurerm.hub");
});

test("a binding of another stack is not waited for, and is said to be locked", () => {
  const app = newApp();
  const [stack, user] = [newStack("identity", app), newStack("user", app)];
  const identity = locked(stack);
  rawBinding(user, "raw", { scope: identity.id });
  app.synth();
  expect(lockOf(stack)).not.toHaveProperty("depends_on");
  const rules = findings(app).map(({ rule, path }) => `${rule} ${path}`);
  expect(rules).toContain("lock-order identity/identity/deletion-lock");
});

test("a role cannot have the id of the lock", () => {
  const roles = [{ id: "deletion-lock", role: Role.builtIn("Reader"), scope: "/" }];
  const props = { ...GROUP, name: "id-orders", deletionLock: true, roles };
  expect(() => new UserAssignedIdentity(newStack(), "identity", props)).toThrow(/has the id "deletion-lock"/);
});
