import type { TerraformDataSource, TerraformResource } from "cdktf";
import type { IManagedIdentity } from "./managed-identity";
import { ResourceIdentity } from "./resource-identity";

/** Identities of resources that no construct of this library makes: container apps, functions, clusters and so on. */
export class ManagedIdentity {
  /**
   * The system-assigned identity of a resource of the provider, or of one that a data source reads: any type with an
   * `identity` block. Nothing is made and nothing is looked up.
   *
   * Whether the resource has one is checked when the stack is synthesized, so that its `identity` may follow later.
   *
   * @throws when the type has no identity block, or one for user-assigned identities alone
   */
  public static ofResource(resource: TerraformResource | TerraformDataSource): IManagedIdentity {
    const problem = problemOf(resource);
    if (problem) throw new Error(`[${resource.node.path}] ${resource.terraformResourceType} ${problem}`);
    return new ResourceIdentity(resource, "identity[0].principal_id", () =>
      resource.getStringAttribute("identity[0].tenant_id"),
    );
  }

  /**
   * The identity with which the nodes of a Kubernetes cluster pull images: not that of the cluster itself, which is
   * `ofResource(cluster)`. Azure makes it, unless the cluster's `kubelet_identity` brings one along.
   *
   * azurerm does not say its tenant: reading `tenantId` throws.
   *
   * @throws when the resource is not an `azurerm_kubernetes_cluster`
   */
  public static ofKubelet(cluster: TerraformResource | TerraformDataSource): IManagedIdentity {
    const { terraformResourceType: type, node } = cluster;
    if (type !== CLUSTER_TYPE) {
      throw new Error(
        `[${node.path}] ${type} has no kubelet; allowed is ${CLUSTER_TYPE}; pass the cluster, or use ManagedIdentity.ofResource`,
      );
    }
    return new ResourceIdentity(cluster, "kubelet_identity[0].object_id", () => {
      throw new Error(
        `[${node.path}] tenantId of the kubelet identity is read, and azurerm does not say it; allowed is principalId; take the tenant id of your azurerm provider, from data.azurerm_client_config`,
      );
    });
  }

  private constructor() {}
}

const CLUSTER_TYPE = "azurerm_kubernetes_cluster";
const ALLOWED = "allowed is a type with a system-assigned identity";

/** Only classes of bindings know what their type has. */
function problemOf(resource: TerraformResource | TerraformDataSource): string | undefined {
  const { tfResourceType } = resource.constructor as { readonly tfResourceType?: string };
  if (tfResourceType === undefined) return undefined;
  if (/^(?:data\.)?azurerm_user_assigned_identity$/.test(resource.terraformResourceType)) {
    return `is an identity itself; ${ALLOWED}; pass it as it is`;
  }
  const { identity } = resource as { readonly identity?: unknown };
  if (typeof identity !== "object" || identity === null) {
    return `has no identity block; ${ALLOWED}; pass the resource that acts as the identity`;
  }
  const isList = "get" in identity;
  if (isList || "principalId" in identity) return undefined;
  return `can have user-assigned identities alone; ${ALLOWED}; pass the user-assigned identity itself`;
}
