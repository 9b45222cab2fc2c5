import type { ResourceBehaviour } from "../../provider/behaviour";
import { type ObjectValue, UNKNOWN } from "../../provider/value";
import { HOST_KINDS } from "../kinds/hosts";
import type { Kind } from "../kinds/kind";
import type { Azure } from "../store/azure";
import { isGiven, text } from "../values";
import { armResource } from "./arm-resource";

/**
 * A cluster with an identity has a second one for its nodes, which Azure makes in a group of its own unless one is
 * brought along. Source: azurerm, internal/services/containers, kubernetes_cluster_resource.go (kubelet_identity);
 * Azure, Use a managed identity in Azure Kubernetes Service.
 */
export function kubernetesCluster(azure: Azure): ResourceBehaviour {
  const common = armResource(azure, HOST_KINDS.azurerm_kubernetes_cluster as Kind);
  return {
    ...common,
    plan(change) {
      const own = common.plan?.(change);
      const planned = own?.planned ?? change.planned;
      if (isGiven(change.config.kubelet_identity)) return { ...own };
      const kubelet = change.prior?.kubelet_identity ?? (isGiven(planned.identity) ? UNKNOWN : []);
      return { ...own, planned: { ...planned, kubelet_identity: kubelet }, hasComputedBlocks: true };
    },
    create(planned, request) {
      if (planned.kubelet_identity !== UNKNOWN) return common.create(planned, request);
      const subscription = azure.subscriptionOf(request.provider) ?? "";
      const id = nodeIdentityId(planned, subscription);
      const { principalId, clientId } = azure.userAssigned(id);
      const kubelet = { client_id: clientId, object_id: principalId, user_assigned_identity_id: id };
      const state = common.create({ ...planned, kubelet_identity: [kubelet] }, request);
      azure.put({ id });
      return state;
    },
    delete(prior, request) {
      common.delete?.(prior, request);
      azure.remove(nodeGroupId(prior, text(prior.id)?.split("/")[2] ?? ""));
    },
  };
}

function nodeIdentityId(cluster: ObjectValue, subscription: string): string {
  const place = `${nodeGroupId(cluster, subscription)}/providers/Microsoft.ManagedIdentity`;
  return `${place}/userAssignedIdentities/${text(cluster.name)}-agentpool`;
}

function nodeGroupId(cluster: ObjectValue, subscription: string): string {
  const { resource_group_name, name, location } = cluster;
  const group =
    text(cluster.node_resource_group) ?? ["MC", resource_group_name, name, location].map(String).join("_");
  return `/subscriptions/${subscription}/resourceGroups/${group}`;
}
