/**
 * Built-in roles for keys, secrets and certificates. Key Vault Reader is none: it reads the vault itself as well, also
 * one that goes by access policies. Source: Azure, built-in roles for Security.
 */
export const KEY_VAULT_DATA_ROLES: ReadonlySet<string> = new Set([
  "00482a5a-887f-4fb3-b363-3b7fe8e74483",
  "db79e9a7-68ee-4b58-9aeb-b90e7c24fcba",
  "a4417e6f-fecd-4de8-b567-7b0420556985",
  "14b46e9e-c2b7-41b4-b07b-48a6ebf60603",
  "e147488a-f6f5-4113-8e2d-b22465e65bf6",
  "08bbd89e-9f13-488c-ac41-acfcb10c90ab",
  "12338af0-0e69-4776-bea7-57ae8d297424",
  "b86a8fe4-44ce-4948-aee5-eccb2c155cd7",
  "4633458b-17de-408a-b874-0445c86b69e6",
]);

/** Built-in roles for blobs, files, queues and tables. Source: Azure, built-in roles for Storage. */
export const STORAGE_DATA_ROLES: ReadonlySet<string> = new Set([
  "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
  "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
  "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
  "69566ab7-960f-475b-8e7c-b3118f30c6bd",
  "b8eda974-7b85-4f76-af95-65846b26df6d",
  "0c867c2a-1d8c-454a-a3db-ab2ea1bdc8bb",
  "a7264617-510b-434b-a828-9731dc254ea7",
  "aba4ae5f-2193-4029-9191-0cb91df5e314",
  "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
  "8a0f0c08-91a1-4084-bc3d-661d67233fed",
  "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a",
  "19e7f393-937e-4f77-808e-94535e297925",
  "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
  "76199698-9eea-4c19-bc75-cec21354c6b6",
]);
