import { Desk, GROUP, inGroup } from "./support";

const VAULT = { sku_name: "standard", tenant_id: "11111111-1111-1111-1111-111111111111" };
const DISK = { storage_account_type: "Standard_LRS", create_option: "Empty", disk_size_gb: 4 };
const LOCK = { scope: GROUP, lock_level: "CanNotDelete" };

function made(type: string, name: string, rest: object): () => unknown {
  const given = type === "azurerm_management_lock" ? { name, ...rest } : inGroup({ name, ...rest });
  return () => new Desk().create(type, given).name;
}

test.each([
  ["azurerm_key_vault", "kv--orders", VAULT],
  ["azurerm_key_vault", "1-orders", VAULT],
  ["azurerm_key_vault", "kv-orders-", VAULT],
  ["azurerm_managed_disk", "d".repeat(81), DISK],
  ["azurerm_managed_disk", "_disk", DISK],
  ["azurerm_management_lock", "locked?", LOCK],
  ["azurerm_management_lock", "locked\n", LOCK],
])("azurerm lets a name of %s pass that Azure refuses: %s", (type, name, rest) => {
  expect(made(type, name, rest)).toThrow("InvalidResourceName");
});

test.each([
  ["azurerm_key_vault", "kv-orders-1", VAULT],
  ["azurerm_managed_disk", "d".repeat(80), DISK],
  ["azurerm_managed_disk", "disk_", DISK],
  ["azurerm_management_lock", "locked - by us", LOCK],
])("Azure takes a name of %s: %s", (type, name, rest) => {
  expect(made(type, name, rest)()).toBe(name);
});
