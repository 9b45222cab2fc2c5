/** GUIDs of the built-in roles, any of which a feature needs. */
type NeededRoles = ReadonlySet<string>;

/** The roles that may log in to a machine. Source: Azure, Sign in to a virtual machine by using Microsoft Entra ID. */
export const LOGIN_ROLES: NeededRoles = new Set([
  "1c0163c0-47e6-4577-8991-ea5c82e286e4",
  "fb879df8-f326-4884-b1cf-06f3ad86be52",
]);

/**
 * Key Vault Crypto Service Encryption User, and the roles that may do all that it may. Source: Azure, Server-side
 * encryption of Azure Disk Storage (customer-managed keys).
 */
export const ENCRYPTION_ROLES: NeededRoles = new Set([
  "e147488a-f6f5-4113-8e2d-b22465e65bf6",
  "00482a5a-887f-4fb3-b363-3b7fe8e74483",
  "14b46e9e-c2b7-41b4-b07b-48a6ebf60603",
  "12338af0-0e69-4776-bea7-57ae8d297424",
]);

/**
 * Managed Identity Operator, and the roles that may attach an identity too. Source: Azure, Use a managed identity in AKS
 * (pre-created kubelet managed identity).
 */
export const ASSIGNMENT_ROLES: NeededRoles = new Set([
  "f1a07417-d97a-45cb-824c-7a7467783830",
  "b24988ac-6180-42a0-ab88-20f7382dd24c",
  "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
]);
