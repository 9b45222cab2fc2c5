import type { GraphNode, IdentityGraph } from "../../graph/identity-graph";
import { identityAnchor } from "../anchors";
import { kindOfNode } from "../kind-of-node";
import type { Column, DraftRow } from "./draft-row";
import type { MarkOf } from "./marks";

/** A row for each node but scopes, which are there with a role. */
export function nodeRows({ nodes, edges }: IdentityGraph, markOf: MarkOf): DraftRow[] {
  const identityOf = new Map(edges.flatMap(({ kind, from, to }) => (isSource(kind) ? [[from, to]] : [])));
  return nodes
    .filter(({ kind }) => kind !== "scope")
    .map((node) => {
      const column = columnOf(node);
      const detail = kindOfNode(node);
      const { id, kind, name, text } = node;
      return {
        id,
        kind,
        name,
        detail,
        label: `${text}${text.includes(detail) ? "" : `, ${detail}`}`,
        target: column === "source" ? sourceTarget(identityOf.get(id)) : identityAnchor(id),
        ...markOf([node]),
        column,
        group: groupOf(node),
      };
    });
}

/** The table has no rows for those who run as an identity: what they are linked with tells of them. */
function sourceTarget(identity: string | undefined): string {
  return identity === undefined ? "identities" : identityAnchor(identity);
}

function isSource(kind: string): boolean {
  return kind === "has" || kind === "federation";
}

function columnOf({ kind }: GraphNode): Column {
  return kind === "host" || kind === "subject" ? "source" : "identity";
}

function groupOf({ kind, stack, detail = "" }: GraphNode): DraftRow["group"] {
  if (kind === "subject") return { name: detail.replace(/^https:\/\//, ""), kind: "issuer" };
  if (stack !== undefined) return { name: stack, kind: "stack" };
  return { name: "Outside of these stacks", kind: "given by id", isLast: true };
}
