/**
 * Built-in roles that Azure's guides name for those who deploy, the narrow ones first. Sources: Azure, managed identities
 * (configure on virtual machines, manage user-assigned identities), Azure built-in roles; Terraform, azurerm backend.
 */
export const GUIDE_ROLES: readonly string[] = [
  "f1a07417-d97a-45cb-824c-7a7467783830", // Managed Identity Operator
  "7e559ce2-48d7-4b27-9128-fa1b247f1308", // Managed Identity Federated Identity Credential Contributor
  "e40ec5ca-96e0-45a2-b4ff-59039f2c2b59", // Managed Identity Contributor
  "28bf596f-4eb7-45ce-b5bc-6cf482fec137", // Locks Contributor
  "c12c1c16-33a1-487b-954d-41c89c60f349", // Reader and Data Access
  "ba92f5b4-2d11-453d-a403-e96b0029c9fe", // Storage Blob Data Contributor
  "4d97b98b-1d4f-4787-a291-c67834d212e7", // Network Contributor
  "9980e02c-c2be-4d73-94e8-173b1dc7cf3c", // Virtual Machine Contributor
  "17d1049b-9a84-46fb-8f53-869881c3d3ab", // Storage Account Contributor
  "f25e0fa2-a7c8-4377-a976-54943a77a395", // Key Vault Contributor
  "acdd72a7-3385-48ef-bd42-f606fba81ae7", // Reader
  "f58310d9-a9f6-439a-9e8d-f62e7b41a168", // Role Based Access Control Administrator
];

/** Roles for what none of those allows, such as making resource groups, or roles of one's own. */
export const WIDE_ROLES: readonly string[] = [
  "b24988ac-6180-42a0-ab88-20f7382dd24c", // Contributor
  "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", // User Access Administrator
];
