import type { Kinds } from "./kind";

/** Other hosts of identities. Source: azurerm, internal/services/containers, containerapps, appservice. */
export const HOST_KINDS: Kinds = {
  azurerm_kubernetes_cluster: {
    id: "{group}/providers/Microsoft.ContainerService/managedClusters/{name}",
    identity: "both",
    replacedBy: ["dns_prefix", "node_resource_group"],
  },
  azurerm_container_app_environment: {
    id: "{group}/providers/Microsoft.App/managedEnvironments/{name}",
    identity: "both",
  },
  azurerm_container_app: {
    id: "{group}/providers/Microsoft.App/containerApps/{name}",
    identity: "both",
    replacedBy: ["container_app_environment_id"],
    refersTo: ["container_app_environment_id"],
  },
  azurerm_service_plan: { id: "{group}/providers/Microsoft.Web/serverFarms/{name}", replacedBy: ["os_type"] },
  azurerm_linux_web_app: {
    id: "{group}/providers/Microsoft.Web/sites/{name}",
    identity: "both",
    refersTo: ["service_plan_id"],
  },
  azurerm_linux_function_app: {
    id: "{group}/providers/Microsoft.Web/sites/{name}",
    identity: "both",
    refersTo: ["service_plan_id"],
  },
};
