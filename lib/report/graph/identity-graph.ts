import type { Model } from "../../model/model";
import { edgeDrafts } from "./edge-drafts";
import { hostNode, identityNode } from "./identity-node";
import type { NodeDraft } from "./node-draft";

/** Who runs as whom, and who may do what where, as plain data to draw. */
export interface IdentityGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export type NodeKind =
  /** A resource that runs as identities. */
  | "host"
  /** Who gets tokens of an identity through a federated credential, such as a pipeline. */
  | "subject"
  | "user-assigned"
  | "system-assigned"
  | "user"
  | "group"
  /** A principal of which nothing tells what it is. */
  | "principal"
  | "scope";

export interface GraphNode {
  /** `n1`, `n2`, ...: the same for the same model. */
  readonly id: string;
  readonly kind: NodeKind;
  /** Its name; the construct path or the expression where that is all there is. */
  readonly name: string;
  /** As the access matrix has it: `id-orders (app/identity)`. */
  readonly text: string;
  /** What the name does not tell: the type of a host or of a scope, the issuer of a subject. */
  readonly detail?: string;
  /** Construct path of the element that it stands for, and of its stack. */
  readonly path?: string;
  readonly stack?: string;
  /** Of a scope: what it is in and then itself, as far as that is a subscription or a resource group. */
  readonly within?: readonly string[];
}

export type EdgeKind =
  /** From a host to an identity that it has. */
  | "has"
  /** From a subject to an identity that trusts it. */
  | "federation"
  /** From a principal to a group that it becomes a member of. */
  | "member"
  /** From a principal to the scope of a role. */
  | "role";

export interface GraphEdge {
  /** `e1`, `e2`, ... */
  readonly id: string;
  readonly kind: EdgeKind;
  /** Ids of nodes. */
  readonly from: string;
  readonly to: string;
  /** Name of the role, or of the federated credential. */
  readonly label?: string;
  /** Construct path, Terraform address and stack of what makes it. */
  readonly path: string;
  readonly address: string;
  readonly stack: string;
}

/** The graph of all identities, hosts, role bindings, memberships and federated credentials of a model. */
export function identityGraph(model: Model): IdentityGraph {
  const drafts = edgeDrafts(model);
  const ends = drafts.flatMap(({ from, to }) => [from, to]);
  const nodes = new Map<string, GraphNode>();
  for (const { key, ...node } of [...nodeDrafts(model), ...ends]) {
    if (!nodes.has(key)) nodes.set(key, { id: `n${nodes.size + 1}`, ...node });
  }
  const idOf = ({ key }: NodeDraft) => nodes.get(key)?.id ?? "";
  const edges = drafts.map(({ from, to, entry: { path, address, stack }, ...edge }, at) => ({
    id: `e${at + 1}`,
    ...edge,
    from: idOf(from),
    to: idOf(to),
    path,
    address,
    stack,
  }));
  return { nodes: [...nodes.values()], edges };
}

/** What is a node also where no edge comes to it; an identity that is made comes before look-ups of the same one. */
function nodeDrafts(model: Model): NodeDraft[] {
  const made = model.identities.filter(({ entry }) => !entry.isData);
  const lookedUp = model.identities.filter(({ entry }) => entry.isData);
  return [
    ...[...made, ...lookedUp].map(({ entry }) => identityNode(model, entry)),
    ...model.hosts.map(({ entry }) => hostNode(model, entry)),
  ];
}
