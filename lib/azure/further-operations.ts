/**
 * What azurerm 4.55.0 asks of Azure for types that the input of `scripts/generate-operations.ts` does not have, in the
 * form of `OPERATIONS`.
 *
 * Sources: the source code of azurerm; Azure, Azure permissions for Compute, Containers and Web.
 */
export const FURTHER_OPERATIONS = `
azurerm_virtual_machine_run_command
create always Microsoft.Compute/virtualMachines/runCommands/read linked:virtual_machine_id
create always Microsoft.Compute/virtualMachines/runCommands/write linked:virtual_machine_id
create uncertain Microsoft.Compute/locations/operations/read resourceGroup
read always Microsoft.Compute/virtualMachines/runCommands/read self
update always Microsoft.Compute/virtualMachines/runCommands/read self
update always Microsoft.Compute/virtualMachines/runCommands/write self
delete always Microsoft.Compute/virtualMachines/runCommands/delete self

azurerm_container_app
create always Microsoft.App/containerApps/read resourceGroup
create always Microsoft.App/containerApps/write resourceGroup
create always Microsoft.App/managedEnvironments/read linked:container_app_environment_id
create always Microsoft.App/managedEnvironments/join/action linked:container_app_environment_id
create conditional Microsoft.ManagedIdentity/userAssignedIdentities/assign/action linked:identity.identity_ids
create uncertain Microsoft.App/locations/containerappOperationStatuses/read resourceGroup
read always Microsoft.App/containerApps/read self
read always Microsoft.App/containerApps/listSecrets/action self
update always Microsoft.App/containerApps/read self
update always Microsoft.App/containerApps/listSecrets/action self
update always Microsoft.App/containerApps/write self
delete always Microsoft.App/containerApps/delete self

azurerm_container_app_environment
create always Microsoft.App/managedEnvironments/read resourceGroup
create always Microsoft.App/managedEnvironments/write resourceGroup
create conditional Microsoft.OperationalInsights/workspaces/read linked:log_analytics_workspace_id
create conditional Microsoft.OperationalInsights/workspaces/sharedKeys/action linked:log_analytics_workspace_id
create conditional Microsoft.Network/virtualNetworks/subnets/join/action linked:infrastructure_subnet_id
create conditional Microsoft.ManagedIdentity/userAssignedIdentities/assign/action linked:identity.identity_ids
create uncertain Microsoft.App/locations/managedEnvironmentOperationStatuses/read resourceGroup
read always Microsoft.App/managedEnvironments/read self
read tolerated Microsoft.OperationalInsights/workspaces/read subscription
update always Microsoft.App/managedEnvironments/read self
update always Microsoft.App/managedEnvironments/write self
delete always Microsoft.App/managedEnvironments/delete self

azurerm_container_registry
create always Microsoft.ContainerRegistry/registries/read resourceGroup
create always Microsoft.ContainerRegistry/registries/write resourceGroup
create uncertain Microsoft.ContainerRegistry/checkNameAvailability/read subscription
create uncertain Microsoft.ContainerRegistry/locations/operationResults/read resourceGroup
create always Microsoft.ContainerRegistry/registries/replications/write self
create conditional Microsoft.ManagedIdentity/userAssignedIdentities/assign/action linked:identity.identity_ids
read always Microsoft.ContainerRegistry/registries/read self
read always Microsoft.ContainerRegistry/registries/replications/read self
read always Microsoft.ContainerRegistry/registries/listCredentials/action self
update always Microsoft.ContainerRegistry/registries/write self
update conditional Microsoft.ContainerRegistry/registries/replications/write self
update conditional Microsoft.ContainerRegistry/registries/replications/delete self
delete always Microsoft.ContainerRegistry/registries/delete self

azurerm_service_plan
create always Microsoft.Web/serverfarms/read resourceGroup
create always Microsoft.Web/serverfarms/write resourceGroup
create conditional Microsoft.Web/hostingEnvironments/join/action linked:app_service_environment_id
create uncertain Microsoft.Web/serverfarms/operationresults/read resourceGroup
read always Microsoft.Web/serverfarms/read self
update always Microsoft.Web/serverfarms/read self
update always Microsoft.Web/serverfarms/write self
delete always Microsoft.Web/serverfarms/delete self
`;
