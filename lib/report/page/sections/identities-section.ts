import { groupBy } from "../../../model/group-by";
import { compare } from "../../compare";
import { identityNotes } from "../../document/identity-notes";
import type { ReportDocument } from "../../document/report-document";
import type { GraphEdge, GraphNode, IdentityGraph } from "../../graph/identity-graph";
import { accessAnchor, identityAnchor, pictureAnchor } from "../anchors";
import { type Html, html } from "../html";
import { kindOfNode } from "../kind-of-node";
import type { Links } from "../links";
import { findingLinks } from "./finding-links";
import { list, table } from "./table";

/** The picture as a list: each identity and other principal with all that is linked with it. */
export function identitiesSection(
  { identities: told, unknownHosts }: ReportDocument,
  graph: IdentityGraph,
  links: Links,
): Html {
  const notes = new Map(told.map((identity) => [identity.label, identityNotes(identity)]));
  const kindOf = (node: GraphNode) =>
    (node.kind === "user-assigned" && notes.get(node.text)) || kindOfNode(node);
  const row = rowsOf(graph, links, kindOf);
  const identities = graph.nodes.filter(({ kind }) => !["host", "subject", "scope"].includes(kind));
  return html`<section id="identities" aria-labelledby="identities-heading">
<h2 id="identities-heading" tabindex="-1">Identities</h2>
${
  identities.length === 0
    ? html`<p>There is no managed identity here.</p>`
    : table(
        "The picture as a list: who runs as an identity or gets its tokens, and what it may do",
        ["Identity", "Kind", "Hosts and federated subjects", "Roles and groups"],
        [...identities].sort((a, b) => compare(a.text, b.text)).map(row),
      )
}
${
  unknownHosts.length > 0
    ? html`<p>Terraform alone knows which identities these have: ${unknownHosts.map(({ label }) => label).join(", ")}.</p>`
    : undefined
}
</section>`;
}

function rowsOf({ nodes, edges }: IdentityGraph, links: Links, kindOf: (node: GraphNode) => string) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const to = groupBy(edges, (edge) => edge.to);
  const from = groupBy(edges, (edge) => edge.from);
  const textOf = (id: string) => byId.get(id)?.text ?? "";
  const sourceHtml = (edge: GraphEdge) => {
    const { from: source, kind, label } = edge;
    const text = html`<a href="#${kind === "member" ? identityAnchor(source) : pictureAnchor(source)}">${textOf(source)}</a>`;
    if (kind === "member") return html`${text}, member`;
    return kind === "federation" ? html`${text}, federated${label && ` as ${label}`}` : text;
  };
  const useHtml = (edge: GraphEdge) => {
    const { to: target, kind, id, label } = edge;
    const what = kind === "member" ? "member" : label;
    return html`<a href="#${accessAnchor(id)}">${what}</a> ${kind === "member" ? "of" : "at"} ${textOf(target)}`;
  };
  return (node: GraphNode) => ({
    id: identityAnchor(node.id),
    cells: [
      html`<a href="#${pictureAnchor(node.id)}">${node.text}</a>${findingLinks(findingsAt(node, links))}`,
      kindOf(node),
      list((to.get(node.id) ?? []).map(sourceHtml)),
      list((from.get(node.id) ?? []).map(useHtml)),
    ],
  });
}

function findingsAt({ stack, path }: GraphNode, links: Links): readonly string[] {
  return stack === undefined || path === undefined ? [] : links.findingsAt({ stack, path });
}
