import type { Kinds } from "./kind";

/** azurerm looks at no name here; Azure does. Source: Azure, Naming rules and restrictions for Azure resources. */
export const IDENTITY_KINDS: Kinds = {
  azurerm_user_assigned_identity: {
    id: "{group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{name}",
    names: /^[a-zA-Z0-9][a-zA-Z0-9_-]{2,127}$/,
  },
};
