import { groupBy } from "../../model/group-by";
import type { EdgeKind, GraphEdge } from "../graph/identity-graph";
import { label } from "./label";

/** One line for all edges of a kind between the same two nodes. */
export function edgeLines(edges: readonly GraphEdge[]): string[] {
  const together = groupBy(edges, ({ kind, from, to }) => `${kind} ${from} ${to}`);
  return [...together.values()].flatMap((same) => {
    const [first] = same;
    return first ? [`${first.from} ${arrow(first.kind, same)} ${first.to}`] : [];
  });
}

function arrow(kind: EdgeKind, edges: readonly GraphEdge[]): string {
  switch (kind) {
    case "has":
      return "-.->";
    case "federation":
      return '-. "federated credential" .->';
    case "member":
      return '-->|"member"|';
    case "role":
      return `-->|${label(...new Set(edges.map((edge) => edge.label ?? "")))}|`;
  }
}
