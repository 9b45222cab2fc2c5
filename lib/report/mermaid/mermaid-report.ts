import { plural } from "../document/summary";
import type { IdentityGraph, NodeKind } from "../graph/identity-graph";
import { printable } from "../text/printable";
import { edgeLines } from "./edge-lines";
import { label } from "./label";
import { nodeLine } from "./node-line";
import { scopeLines, subgraph } from "./scope-lines";

/** What mermaid takes unless it is told otherwise, and GitHub always. */
const EDGES = 500;
const CHARACTERS = 50_000;

/** A graph as a flowchart: what runs as which identity, and who has which role at which scope. */
export function mermaidReport(graph: IdentityGraph, notices: readonly string[]): string {
  const edges = edgeLines(graph.edges);
  const chart = ["flowchart LR", ...bodyOf(graph, edges).map((line) => `  ${line}`)].join("\n");
  const comments = [...notices, ...sizeNotice(edges.length, chart.length)];
  return [...comments.map((text) => `%% ${printable(text)}`), chart, ""].join("\n");
}

function bodyOf({ nodes }: IdentityGraph, edges: readonly string[]): string[] {
  if (nodes.length === 0) return [`none[${label("no managed identities")}]`];
  const linesOf = (...kinds: NodeKind[]) => nodes.filter(({ kind }) => kinds.includes(kind)).map(nodeLine);
  return [
    ...subgraph("hosts", "hosts", linesOf("host")),
    ...subgraph("subjects", "trusted", linesOf("subject")),
    ...subgraph("identities", "identities", linesOf("user-assigned", "system-assigned")),
    ...subgraph("others", "other principals", linesOf("user", "group", "principal")),
    ...scopeLines(nodes.filter(({ kind }) => kind === "scope")),
    ...edges,
  ];
}

function sizeNotice(edges: number, characters: number): string[] {
  if (edges <= EDGES && characters <= CHARACTERS) return [];
  return [
    `${plural(edges, "edge")} and ${characters} characters: GitHub draws no more than ${EDGES} edges and ${CHARACTERS} characters; use --format html, or raise maxEdges and maxTextSize of mermaid`,
  ];
}
