import { ASSIGNMENT_ROLES } from "../azure/needed-roles";
import { type Entry, hasDynamic, ignoresChanges } from "../model/entry";
import { heldRole } from "../model/held-role";
import type { Host } from "../model/host";
import { IDENTITY_TYPE } from "../model/identity";
import { readLinked } from "../model/link";
import { entryOf, type Model } from "../model/model";
import type { Block } from "../model/terraform-json";
import type { Value } from "../model/value";
import type { Rule } from "./rule";

export const kubeletIdentityRole: Rule = {
  id: "kubelet-identity-role",
  title: "the identity of a Kubernetes cluster may attach the kubelet identity to its nodes",
  why: "the cluster attaches it as its own identity: without the role the cluster fails at apply, after minutes",
  source: "Azure, Use a managed identity in AKS (pre-created kubelet managed identity)",
  level: "warning",
  rawLevel: "warning",
  check: (model, { isWholeApp }) => {
    // A stack alone does not see the other stacks of its app, which may give the role.
    if (!isWholeApp) return [];
    return model.hosts.flatMap((host) => {
      const { entry } = host;
      const kubelet = kubeletOf(model, entry);
      const identity = clusterIdentity(model, host);
      if (!kubelet || !identity || identity === kubelet.entry) return [];
      const { bindings, isPossible } = heldRole(model, {
        identity,
        roles: ASSIGNMENT_ROLES,
        scope: kubelet.id,
      });
      if (bindings.length > 0 || isPossible) return [];
      const message =
        `cluster ${entry.path} runs as ${identity.path} and attaches ${kubelet.entry.path} to its nodes, which this app ` +
        "does not let it; allowed is an identity with Managed Identity Operator at the kubelet identity or above; bind " +
        "it, with binding.applyBefore(...) for the cluster";
      return [{ entry, message }];
    });
  },
};

interface Kubelet {
  readonly entry: Entry;
  readonly id: Value;
}

function kubeletOf(model: Model, cluster: Entry): Kubelet | undefined {
  if (cluster.type !== "azurerm_kubernetes_cluster" || cluster.repeated) return undefined;
  if (hasDynamic(cluster.values, "kubelet_identity") || ignoresChanges(cluster, "kubelet_identity")) {
    return undefined;
  }
  const [block] = [cluster.values.kubelet_identity].flat() as (Block | undefined)[];
  const id = readLinked(block?.user_assigned_identity_id, cluster.stack, model.links);
  const entry = madeHere(model, id);
  return id && entry ? { entry, id } : undefined;
}

/** The one user-assigned identity that the cluster runs as, where it is made here. */
function clusterIdentity(model: Model, { entry, identityIds }: Host): Entry | undefined {
  const [id, ...others] = identityIds ?? [];
  return others.length > 0 || ignoresChanges(entry, "identity") ? undefined : madeHere(model, id);
}

function madeHere(model: Model, id: Value | undefined): Entry | undefined {
  const entry = id?.kind === "reference" && id.attribute === "id" ? entryOf(model, id) : undefined;
  return entry?.type === IDENTITY_TYPE && !entry.isData && !entry.repeated ? entry : undefined;
}
