const VIRTUAL_MACHINE = "Microsoft.Compute/virtualMachines";
const SCALE_SET = "Microsoft.Compute/virtualMachineScaleSets";

/**
 * azurerm types whose names are unique in their resource group, with the Azure type that they make: two azurerm
 * types can make the same. Source: Azure, Naming rules and restrictions for Azure resources (column "Scope").
 */
export const UNIQUE_IN_RESOURCE_GROUP: Readonly<Record<string, string>> = {
  azurerm_availability_set: "Microsoft.Compute/availabilitySets",
  azurerm_linux_virtual_machine: VIRTUAL_MACHINE,
  azurerm_linux_virtual_machine_scale_set: SCALE_SET,
  azurerm_managed_disk: "Microsoft.Compute/disks",
  azurerm_network_interface: "Microsoft.Network/networkInterfaces",
  azurerm_network_security_group: "Microsoft.Network/networkSecurityGroups",
  azurerm_orchestrated_virtual_machine_scale_set: SCALE_SET,
  azurerm_public_ip: "Microsoft.Network/publicIPAddresses",
  azurerm_user_assigned_identity: "Microsoft.ManagedIdentity/userAssignedIdentities",
  azurerm_virtual_network: "Microsoft.Network/virtualNetworks",
  azurerm_windows_virtual_machine: VIRTUAL_MACHINE,
  azurerm_windows_virtual_machine_scale_set: SCALE_SET,
};
