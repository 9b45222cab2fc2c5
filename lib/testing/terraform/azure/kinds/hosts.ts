import { matches } from "../checks/check";
import { oneOf } from "../checks/sdk";
import type { Kinds } from "./kind";

/** Other hosts of identities. Source: azurerm, internal/services/containers, containerapps, appservice. */
export const HOST_KINDS: Kinds = {
  azurerm_kubernetes_cluster: {
    id: "{group}/providers/Microsoft.ContainerService/managedClusters/{name}",
    identity: "both",
    replacedBy: ["dns_prefix", "node_resource_group", "kubelet_identity"],
    computed: { node_resource_group: "MC_{resource_group_name}_{name}_{location}" },
  },
  azurerm_container_registry: {
    id: "{group}/providers/Microsoft.ContainerRegistry/registries/{name}",
    identity: "both",
    checks: {
      name: matches(
        /^[a-zA-Z0-9]{5,50}$/,
        "may contain alpha numeric characters only and must be between 5 and 50 characters",
      ),
      sku: oneOf("Basic", "Standard", "Premium"),
    },
    computed: { login_server: "{name}.azurecr.io", admin_username: "", admin_password: "" },
    takenCode: "AlreadyInUse",
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
