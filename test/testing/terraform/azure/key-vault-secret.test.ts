import { Desk, GROUP, inGroup } from "./support";

const SECRET = "azurerm_key_vault_secret";
const VAULT = `${GROUP}/providers/Microsoft.KeyVault/vaults/kv-orders`;

function deskWithVault(): Desk {
  const desk = new Desk();
  desk.create(
    "azurerm_key_vault",
    inGroup({ name: "kv-orders", sku_name: "standard", tenant_id: desk.azure.tenantId }),
  );
  return desk;
}

const secret = (more = {}) => ({ name: "password", value: "x", key_vault_id: VAULT, ...more });

test("a secret has a URL in its vault, and an id that roles can be bound at", () => {
  const desk = deskWithVault();
  const made = desk.create(SECRET, secret());
  const version = String(made.version);
  expect(made).toMatchObject({
    id: `https://kv-orders.vault.azure.net/secrets/password/${version}`,
    versionless_id: "https://kv-orders.vault.azure.net/secrets/password",
    resource_id: `${VAULT}/secrets/password/versions/${version}`,
    resource_versionless_id: `${VAULT}/secrets/password`,
  });
  expect(desk.azure.exists(`${VAULT}/secrets/password`)).toBe(true);
  expect(desk.read(SECRET, made)).toEqual(made);
  desk.remove(SECRET, made);
  expect(desk.read(SECRET, made)).toBeNull();
});

test("it needs a vault and a name of its own", () => {
  const desk = deskWithVault();
  desk.create(SECRET, secret());
  expect(() => desk.create(SECRET, secret())).toThrow("already exists");
  expect(() => desk.create(SECRET, secret({ key_vault_id: `${VAULT}-b` }))).toThrow("could not be found");
  expect(desk.problems(SECRET, secret({ name: "data_base" }))).toHaveLength(1);
});
