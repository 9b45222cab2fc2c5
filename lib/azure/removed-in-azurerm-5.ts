/**
 * Arguments that azurerm 4 has and azurerm 5.0 does not, of the resources that this library is about.
 *
 * Source: azurerm, 5.0 Upgrade Guide.
 */
export const REMOVED_IN_AZURERM_5: Readonly<Record<string, readonly string[]>> = {
  azurerm_federated_identity_credential: ["parent_id", "resource_group_name"],
  azurerm_windows_virtual_machine: ["enable_automatic_updates"],
};
