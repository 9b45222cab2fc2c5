import type { Problem, ProviderBehaviour, ResourceBehaviour } from "../provider/behaviour";
import type { ObjectValue } from "../provider/value";
import { armResource } from "./arm/arm-resource";
import { genericResource } from "./arm/generic-resource";
import { keyVaultSecret } from "./arm/key-vault-secret";
import { kubernetesCluster } from "./arm/kubernetes-cluster";
import { managementGroup } from "./arm/management-group";
import { resourceGroup } from "./arm/resource-group";
import { runCommand } from "./arm/run-command";
import { subnetAssociation } from "./arm/subnet-association";
import { managementLock } from "./authorization/management-lock";
import { roleAssignment } from "./authorization/role-assignment";
import { roleDefinition } from "./authorization/role-definition";
import { azurermData } from "./data/azurerm-data";
import { federatedCredential } from "./identity/federated-credential";
import { KINDS } from "./kinds/kinds";
import type { Azure } from "./store/azure";
import { isGiven } from "./values";

/** Source: azurerm, internal/provider. */
export function azurerm(azure: Azure): ProviderBehaviour {
  return {
    configure: (config) => configure(azure, config),
    resource: (type) => resource(azure, type),
    dataSource: (type) => azurermData(azure, type),
  };
}

function configure(azure: Azure, config: ObjectValue): Problem[] {
  const subscriptionId = azure.subscriptionOf(config);
  if (subscriptionId) azure.connect(subscriptionId);
  return [
    ...(isGiven(config.features)
      ? []
      : [{ summary: "Insufficient features blocks", detail: 'At least 1 "features" blocks are required.' }]),
    ...(subscriptionId
      ? []
      : [
          {
            summary:
              "`subscription_id` is a required provider property when performing a plan/apply operation",
          },
        ]),
  ];
}

function resource(azure: Azure, type: string): ResourceBehaviour {
  const special = {
    azurerm_resource_group: resourceGroup,
    azurerm_key_vault_secret: keyVaultSecret,
    azurerm_kubernetes_cluster: kubernetesCluster,
    azurerm_management_group: managementGroup,
    azurerm_management_lock: managementLock,
    azurerm_role_assignment: roleAssignment,
    azurerm_role_definition: roleDefinition,
    azurerm_federated_identity_credential: federatedCredential,
    azurerm_subnet_network_security_group_association: subnetAssociation,
    azurerm_virtual_machine_run_command: runCommand,
  }[type];
  if (special) return special(azure);
  const kind = KINDS[type];
  return kind ? armResource(azure, kind) : genericResource(azure, type);
}
