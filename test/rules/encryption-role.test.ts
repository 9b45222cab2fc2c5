import { DataAzurermUserAssignedIdentity } from "@cdktf/provider-azurerm/lib/data-azurerm-user-assigned-identity";
import {
  DiskEncryptionSet,
  type DiskEncryptionSetConfig,
} from "@cdktf/provider-azurerm/lib/disk-encryption-set";
import { KeyVault, type KeyVaultConfig } from "@cdktf/provider-azurerm/lib/key-vault";
import { KeyVaultKey } from "@cdktf/provider-azurerm/lib/key-vault-key";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { type App, TerraformCount, type TerraformStack } from "cdktf";
import {
  type BuiltInRoleName,
  IdentityRoleBinding,
  IdentityRules,
  Role,
  UserAssignedIdentity,
} from "cdktf-azure-identity";
import { GROUP, GUID, newApp, newStack } from "../support";
import { HAND_OVERS, OTHER_ASSIGNMENTS } from "./other-roles-support";
import { found, LATE_TEXTS, places, prepared, READER_ID, rawBinding } from "./support";

const RULE = "encryption-role";
const ROLE = "Key Vault Crypto Service Encryption User";
const ROLE_ID = "/providers/Microsoft.Authorization/roleDefinitions/e147488a-f6f5-4113-8e2d-b22465e65bf6";

interface Parts {
  readonly app: App;
  readonly stack: TerraformStack;
  readonly group: ResourceGroup;
  readonly vault: KeyVault;
  readonly identity: UserAssignedIdentity;
  readonly set: DiskEncryptionSet;
}

function encrypted(
  config: Partial<DiskEncryptionSetConfig> = {},
  vaultConfig: Partial<KeyVaultConfig> = {},
): Parts {
  const app = newApp();
  const stack = newStack("test", app);
  const group = new ResourceGroup(stack, "group", { name: "rg-shop", location: "westeurope" });
  const at = { resourceGroupName: group.name, location: group.location };
  const vault = new KeyVault(stack, "vault", {
    ...at,
    name: "kv-shop",
    tenantId: GUID,
    skuName: "standard",
    rbacAuthorizationEnabled: true,
    ...vaultConfig,
  });
  const key = new KeyVaultKey(stack, "key", {
    name: "k",
    keyVaultId: vault.id,
    keyType: "RSA",
    keyOpts: ["wrapKey"],
  });
  const identity = new UserAssignedIdentity(stack, "identity", { ...at, name: "id-shop" });
  const set = new DiskEncryptionSet(stack, "set", {
    ...at,
    name: "des-shop",
    keyVaultKeyId: key.id,
    identity: { type: "UserAssigned", identityIds: [identity.id] },
    ...config,
  });
  return { app, stack, group, vault, identity, set };
}

function bind({ stack, identity }: Parts, scope: string, name: BuiltInRoleName = ROLE) {
  return new IdentityRoleBinding(stack, "binding", { identity, role: Role.builtIn(name), scope });
}

test.each([
  "vault",
  "group",
] as const)("an identity with the role at the %s, before the set, is accepted", (at) => {
  const parts = encrypted();
  bind(parts, parts[at].id).applyBefore(parts.set);
  expect(found(RULE, parts.app)).toEqual([]);
});

test("an identity without the role is a warning that names it and the role; enforced, an error", () => {
  const { app } = encrypted();
  expect(found(RULE, app)).toEqual([
    {
      rule: RULE,
      level: "warning",
      stack: "test",
      path: "test/set",
      address: "azurerm_disk_encryption_set.set",
      message:
        "disk encryption set test/set uses a key of test/vault as test/identity, to which this app gives no role for keys " +
        "there; allowed is an identity with Key Vault Crypto Service Encryption User at the vault or above; bind it, with " +
        "binding.applyBefore(...) for the set",
    },
  ]);
  IdentityRules.enforce(app);
  expect(places(RULE, app)).toEqual(["error test/set"]);
});

test("its own identity can have the role only after it, and needs it too", () => {
  const parts = encrypted({ identity: { type: "SystemAssigned" } });
  expect(found(RULE, parts.app)[0]?.message).toMatch(
    /as its own identity, .* at the vault or above; bind it$/,
  );
  const identity = { principalId: parts.set.identity.principalId, tenantId: GUID };
  new IdentityRoleBinding(parts.stack, "own", { identity, role: Role.builtIn(ROLE), scope: parts.vault.id });
  expect(found(RULE, parts.app)).toEqual([]);
});

test.each([
  "vault",
  "group",
] as const)("a role at the %s that the set does not wait for is a warning", (at) => {
  const parts = encrypted();
  bind(parts, parts[at].id);
  expect(found(RULE, parts.app).map(({ level, message }) => `${level} ${message}`)).toEqual([
    "warning disk encryption set test/set does not wait for test/binding, which lets its identity use the key; allowed is " +
      "the role first; write binding.applyBefore(...) with the set",
  ]);
});

test.each([
  "Key Vault Administrator",
  "Key Vault Crypto Officer",
  "Key Vault Crypto User",
] as const)("%s is enough as well", (role) => {
  const parts = encrypted();
  bind(parts, parts.vault.id, role).applyBefore(parts.set);
  expect(found(RULE, parts.app)).toEqual([]);
});

test.each([
  "Key Vault Secrets User",
  "Key Vault Reader",
  "Owner",
  "Contributor",
] as const)("%s is not", (role) => {
  const parts = encrypted();
  bind(parts, parts.vault.id, role).applyBefore(parts.set);
  expect(places(RULE, parts.app)).toEqual(["warning test/set"]);
});

test("the role at another resource, or of another identity made here, is not enough", () => {
  const parts = encrypted();
  bind(parts, parts.identity.id);
  const other = new UserAssignedIdentity(parts.stack, "other", {
    resourceGroupName: "rg",
    location: "westeurope",
    name: "id-other",
  });
  other.assignRole("keys", Role.builtIn(ROLE), parts.vault.id);
  expect(places(RULE, parts.app)).toEqual(["warning test/set"]);
});

test("a binding for a group, a principal written out or one looked up may be the one, and so may an unknown role", () => {
  const guid = "/providers/Microsoft.Authorization/roleDefinitions/e147488a-f6f5-4113-8e2d-b22465e65bf6";
  const principals = [
    () => "${azuread_group.keys.object_id}",
    () => GUID,
    ({ stack }: Parts) =>
      new DataAzurermUserAssignedIdentity(stack, "lookup", { name: "id-shop", resourceGroupName: "rg-shop" })
        .principalId,
  ];
  for (const principalOf of principals) {
    const parts = encrypted();
    const principalId = principalOf(parts);
    rawBinding(parts.stack, "raw", { principalId, scope: parts.vault.id, roleDefinitionId: guid });
    expect(found(RULE, parts.app)).toEqual([]);
  }
  const parts = encrypted();
  const { principalId } = parts.identity;
  rawBinding(parts.stack, "raw", { principalId, scope: parts.vault.id, roleDefinitionId: "${var.role}" });
  expect(found(RULE, parts.app)).toEqual([]);
});

test("a vault that goes by policies, a looked up identity, two identities and a counted set say nothing", () => {
  expect(found(RULE, encrypted({}, { rbacAuthorizationEnabled: false }).app)).toEqual([]);
  const existing = encrypted();
  const lookup = { name: "id-x", resourceGroupName: "rg-x" };
  const { id } = new DataAzurermUserAssignedIdentity(existing.stack, "lookup", lookup);
  existing.set.putIdentity({ type: "UserAssigned", identityIds: [id] });
  expect(found(RULE, existing.app)).toEqual([]);
  expect(found(RULE, encrypted({ count: TerraformCount.of(2) }).app)).toEqual([]);
  const both = encrypted();
  both.set.addOverride("identity.type", "SystemAssigned, UserAssigned");
  expect(found(RULE, both.app)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as the key, the type of the identity or a scope says nothing", (_, make) => {
  for (const place of ["key", "type", "scope"]) {
    const parts = encrypted();
    const { text, repeated } = make(parts.stack, "SystemAssigned, UserAssigned");
    if (place === "key") parts.set.addOverride("key_vault_key_id", text);
    if (place === "type") parts.set.addOverride("identity.type", text);
    if (place === "scope") {
      const { principalId } = parts.identity;
      const role = "/providers/Microsoft.Authorization/roleDefinitions/e147488a-f6f5-4113-8e2d-b22465e65bf6";
      rawBinding(parts.stack, "late", { principalId, scope: text, roleDefinitionId: role, ...repeated });
    }
    expect(found(RULE, parts.app)).toEqual([]);
  }
});

test("the role may be given by another stack, and a stack alone is not judged", () => {
  const parts = encrypted();
  expect(found(RULE, parts.stack)).toEqual([]);
  const other = newStack("other", parts.app);
  const { identity, vault } = parts;
  new IdentityRoleBinding(other, "binding", { identity, role: Role.builtIn(ROLE), scope: vault.id });
  expect(found(RULE, prepared(parts.app))).toEqual([]);
});

describe.each(OTHER_ASSIGNMENTS)("%s", (_, give) => {
  test("of the role is enough", () => {
    const parts = encrypted();
    give(parts.stack, { principalId: parts.identity.principalId, roleId: ROLE_ID, scope: parts.vault.id });
    expect(found(RULE, parts.app)).toEqual([]);
  });

  test("of another role, or to another identity, is not", () => {
    const parts = encrypted();
    const { principalId } = parts.identity;
    give(parts.stack, { principalId, roleId: READER_ID, scope: parts.vault.id });
    expect(places(RULE, parts.app)).toEqual(["warning test/set"]);
    const others = encrypted();
    const other = new UserAssignedIdentity(others.stack, "other-identity", { ...GROUP, name: "id-other" });
    const scope = others.vault.id;
    give(others.stack, { principalId: other.principalId, roleId: ROLE_ID, scope });
    expect(places(RULE, others.app)).toEqual(["warning test/set"]);
  });
});

test.each(
  HAND_OVERS,
)("%s that gets the principal id may give the role, one that gets another id not", (_, give) => {
  const parts = encrypted();
  give(parts.stack, parts.identity.principalId);
  expect(found(RULE, parts.app)).toEqual([]);
  const others = encrypted();
  give(others.stack, others.identity.clientId);
  expect(places(RULE, others.app)).toEqual(["warning test/set"]);
});

test("the set's own identity may get the role from a module, too", () => {
  const { app, stack, set } = encrypted({ identity: { type: "SystemAssigned" } });
  stack.addOverride("module.access", { source: "./access", who: set.identity.principalId });
  expect(found(RULE, app)).toEqual([]);
});
