import { groupBy } from "../../../model/group-by";
import type { GraphEdge, GraphNode, IdentityGraph } from "../../graph/identity-graph";
import { accessAnchor } from "../anchors";
import type { DraftRow } from "./draft-row";
import type { MarkOf } from "./marks";

/** A role at a scope, with the edges that end there. */
export interface GrantRow {
  readonly row: DraftRow;
  readonly edges: readonly GraphEdge[];
}

/** A row for each role at each scope, however many have it. */
export function grantRows({ nodes, edges }: IdentityGraph, markOf: MarkOf): GrantRow[] {
  const hasOneSubscription = new Set(nodes.flatMap(({ within = [] }) => within.slice(0, 1))).size < 2;
  const scopes = new Map(nodes.map((node) => [node.id, node]));
  const roles = groupBy(
    edges.filter(({ kind }) => kind === "role"),
    ({ to, label }) => `${to} ${label}`,
  );
  return [...roles.values()].flatMap((ofRow, at) => {
    const [first] = ofRow;
    const scope = first && scopes.get(first.to);
    if (!scope) return [];
    const { label: name = "" } = first;
    const row = {
      id: `r${at + 1}`,
      kind: scope.kind,
      name,
      detail: `at ${scope.name}`,
      label: [`${name} at ${scope.text}`, scope.detail, ...(scope.within ?? [])].filter(Boolean).join(", "),
      target: accessAnchor(first.id),
      ...markOf(ofRow),
      column: "role" as const,
      group: groupOf(scope, hasOneSubscription),
    };
    return { row, edges: ofRow };
  });
}

function groupOf({ within = [], detail, text }: GraphNode, hasOneSubscription: boolean): DraftRow["group"] {
  const [subscription, group] = within;
  if (group !== undefined)
    return { name: group, kind: hasOneSubscription ? "resource group" : `in ${subscription}` };
  if (subscription !== undefined) return { name: subscription, kind: "subscription" };
  return { name: detail === undefined ? "Known to Terraform alone" : text, kind: detail ?? "scopes" };
}
