import { DataAzurermKeyVault } from "@cdktf/provider-azurerm/lib/data-azurerm-key-vault";
import { KeyVault, type KeyVaultConfig } from "@cdktf/provider-azurerm/lib/key-vault";
import { KeyVaultSecret } from "@cdktf/provider-azurerm/lib/key-vault-secret";
import { Lazy, TerraformCount, type TerraformStack } from "cdktf";
import { type BuiltInRoleName, CustomRole, IdentityRoleBinding, Role, Scope } from "cdktf-azure-identity";
import { builtInRoleName } from "../../lib/azure/built-in-roles";
import { KEY_VAULT_DATA_ROLES } from "../../lib/azure/data-roles";
import { GROUP, GUID, newApp, newStack, SUBSCRIPTION } from "../support";
import { checkedStack, found, LATE_TEXTS, places, prepared, rawBinding } from "./support";

const RULE = "key-vault-authorization";
const SECRETS_USER =
  "/providers/Microsoft.Authorization/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6";

function vaultIn(stack: TerraformStack, config: Partial<KeyVaultConfig> = {}, id = "vault"): KeyVault {
  return new KeyVault(stack, id, {
    ...GROUP,
    name: `kv-${id}`,
    tenantId: GUID,
    skuName: "standard",
    ...config,
  });
}

function bind(
  stack: TerraformStack,
  scope: string,
  role: BuiltInRoleName | Role = "Key Vault Secrets User",
  id = "binding",
) {
  const identity = { principalId: GUID, tenantId: GUID };
  return new IdentityRoleBinding(stack, id, {
    identity,
    role: typeof role === "string" ? Role.builtIn(role) : role,
    scope,
  });
}

test("a vault that goes by roles, under either name of the argument, is accepted", () => {
  const stack = newStack();
  bind(stack, vaultIn(stack, { rbacAuthorizationEnabled: true }).id);
  bind(
    stack,
    vaultIn(stack, { enableRbacAuthorization: true }, "older").id,
    "Key Vault Secrets User",
    "other",
  );
  expect(found(RULE, stack)).toEqual([]);
});

test("a vault that does not say so is an error with both ways out", () => {
  const stack = newStack();
  bind(stack, vaultIn(stack).id);
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/binding",
      address: "azurerm_role_assignment.binding",
      message:
        'role "Key Vault Secrets User" is bound at test/vault, which goes by access policies; allowed are vaults that go ' +
        "by roles; set rbacAuthorizationEnabled (rbac_authorization_enabled) of the vault to true, or write an access " +
        "policy instead",
    },
  ]);
});

test("the built-in roles are those that say Key Vault in their name", () => {
  for (const id of KEY_VAULT_DATA_ROLES) expect(builtInRoleName(id)).toMatch(/^Key Vault /);
  expect(KEY_VAULT_DATA_ROLES.size).toBe(9);
});

test("roles that manage the vault itself are no roles for its data", () => {
  const stack = newStack();
  const vault = vaultIn(stack);
  bind(stack, vault.id, "Reader");
  bind(stack, vault.id, "Key Vault Contributor", "other");
  expect(found(RULE, stack)).toEqual([]);
});

test("a role of the app with data actions of Key Vault counts, one with others does not", () => {
  const stack = newStack();
  const vault = vaultIn(stack);
  const role = (id: string, dataAction: string) =>
    new CustomRole(stack, id, {
      name: id,
      scope: Scope.subscription(SUBSCRIPTION),
      dataActions: [dataAction],
    }).role;
  bind(stack, vault.id, role("reader", "Microsoft.KeyVault/vaults/secrets/getSecret/action"), "bad");
  bind(
    stack,
    vault.id,
    role("blobs", "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read"),
    "good",
  );
  expect(places(RULE, stack)).toEqual(["error test/bad"]);
});

test("a binding at one secret counts as well, and a group does not", () => {
  const stack = newStack();
  const vault = vaultIn(stack, { rbacAuthorizationEnabled: false });
  const secret = new KeyVaultSecret(stack, "secret", { name: "s", value: "x", keyVaultId: vault.id });
  bind(stack, secret.resourceVersionlessId, "Key Vault Secrets User", "bad");
  bind(stack, `/subscriptions/${SUBSCRIPTION}`, "Key Vault Secrets User", "good");
  expect(places(RULE, stack)).toEqual(["error test/bad"]);
});

test("a raw binding is a warning, counted or not", () => {
  const stack = checkedStack();
  const scope = vaultIn(stack).id;
  rawBinding(stack, "raw", { scope, roleDefinitionId: SECRETS_USER });
  rawBinding(stack, "named", {
    scope,
    roleDefinitionId: undefined as never,
    roleDefinitionName: "key vault secrets user",
  });
  rawBinding(stack, "counted", { scope, roleDefinitionId: SECRETS_USER, count: TerraformCount.of(2) });
  expect(places(RULE, stack)).toEqual(["warning test/raw", "warning test/named", "warning test/counted"]);
});

test.each(
  LATE_TEXTS,
)("%s as what the vault goes by, as the scope and as the role says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "true");
  const vault = vaultIn(stack, repeated);
  vault.addOverride("rbac_authorization_enabled", text);
  rawBinding(stack, "at-vault", { scope: vault.id, roleDefinitionId: SECRETS_USER, ...repeated });
  rawBinding(stack, "scope", { scope: text, roleDefinitionId: SECRETS_USER, ...repeated });
  rawBinding(stack, "role", { scope: vaultIn(stack, {}, "other").id, roleDefinitionId: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("what vault and binding say after setters, overrides and at last counts", () => {
  const stack = newStack();
  const mended = vaultIn(stack, {}, "mended");
  const broken = vaultIn(stack, { rbacAuthorizationEnabled: true }, "broken");
  bind(stack, mended.id, "Key Vault Secrets User", "good");
  bind(stack, Lazy.stringValue({ produce: () => broken.id }), "Key Vault Secrets User", "bad");
  mended.rbacAuthorizationEnabled = true;
  broken.addOverride("rbac_authorization_enabled", false);
  expect(places(RULE, stack)).toEqual(["error test/bad"]);
});

test("a vault that is looked up, or of which Terraform leaves the argument alone, says nothing", () => {
  const stack = newStack();
  const lookup = new DataAzurermKeyVault(stack, "lookup", { name: "kv", resourceGroupName: "rg" });
  const left = vaultIn(stack, { lifecycle: { ignoreChanges: ["rbac_authorization_enabled"] } });
  bind(stack, lookup.id, "Key Vault Secrets User", "a");
  bind(stack, left.id, "Key Vault Secrets User", "b");
  expect(found(RULE, stack)).toEqual([]);
});

test("the vault may be in another stack", () => {
  const app = newApp();
  const vault = vaultIn(newStack("vaults", app));
  bind(newStack("test", app), vault.id);
  expect(places(RULE, prepared(app))).toEqual(["error test/binding"]);
});

test("a role that works at such a vault as well is accepted: one that reads it, and one of the app with actions", () => {
  const stack = newStack();
  const vault = vaultIn(stack);
  bind(stack, vault.id, "Key Vault Reader", "reader");
  const { role } = new CustomRole(stack, "operator", {
    name: "operator",
    scope: Scope.subscription(SUBSCRIPTION),
    actions: ["Microsoft.KeyVault/vaults/read"],
    dataActions: ["Microsoft.KeyVault/vaults/secrets/getSecret/action"],
  });
  bind(stack, vault.id, role, "custom");
  expect(found(RULE, stack)).toEqual([]);
});

test("a built-in role that allows a little at the vault itself is a warning, one for its data alone an error", () => {
  const stack = newStack();
  const vault = vaultIn(stack);
  bind(stack, vault.id, "Key Vault Secrets Officer", "officer");
  bind(stack, vault.id, "Key Vault Crypto Service Encryption User", "encryption");
  bind(stack, vault.id, "Key Vault Crypto User", "crypto");
  expect(places(RULE, stack)).toEqual([
    "warning test/officer",
    "warning test/encryption",
    "error test/crypto",
  ]);
});
