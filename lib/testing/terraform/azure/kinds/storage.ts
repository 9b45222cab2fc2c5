import { matches } from "../checks/check";
import { oneOf } from "../checks/sdk";
import type { Kinds } from "./kind";

const REPLICATION = ["LRS", "ZRS", "GRS", "RAGRS", "GZRS", "RAGZRS"];

/** Source: azurerm, internal/services/storage and internal/services/keyvault. */
export const STORAGE_KINDS: Kinds = {
  azurerm_storage_account: {
    id: "{group}/providers/Microsoft.Storage/storageAccounts/{name}",
    identity: "both",
    checks: {
      name: matches(
        /^[a-z0-9]{3,24}$/,
        "can only consist of lowercase letters and numbers, and must be between 3 and 24 characters long",
      ),
      account_tier: oneOf("Standard", "Premium"),
      account_replication_type: oneOf(...REPLICATION),
    },
    replacedBy: ["account_tier", "account_kind", "is_hns_enabled", "nfsv3_enabled"],
    computed: {
      access_tier: "Hot",
      primary_blob_endpoint: "https://{name}.blob.core.windows.net/",
      primary_blob_host: "{name}.blob.core.windows.net",
      primary_location: "{location}",
    },
    takenCode: "StorageAccountAlreadyTaken",
  },
  azurerm_storage_container: {
    id: "{storage_account_id}/blobServices/default/containers/{name}",
    checks: { container_access_type: oneOf("blob", "container", "private") },
    computed: { resource_manager_id: "{id}", has_immutability_policy: false, has_legal_hold: false },
  },
  azurerm_key_vault: {
    id: "{group}/providers/Microsoft.KeyVault/vaults/{name}",
    checks: {
      name: matches(
        /^[a-zA-Z0-9-]{3,24}$/,
        "may only contain alphanumeric characters and dashes and must be between 3-24 chars",
      ),
      sku_name: oneOf("standard", "premium"),
    },
    // Azure is stricter than azurerm.
    names: /^[a-z](?:-?[a-z0-9])+$/i,
    computed: { vault_uri: "https://{name}.vault.azure.net/", access_policy: [] },
    takenCode: "VaultAlreadyExists",
  },
};
