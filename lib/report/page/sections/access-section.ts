import { compare } from "../../compare";
import type { ReportAccess, ReportDocument, ReportMembership } from "../../document/report-document";
import type { IdentityGraph } from "../../graph/identity-graph";
import { accessAnchor, identityAnchor } from "../anchors";
import { type Html, html } from "../html";
import type { Links } from "../links";
import { findingLinks } from "./finding-links";
import { table } from "./table";

/** The access matrix: who may do what where, and who becomes a member of a group. */
export function accessSection(
  { access, memberships }: ReportDocument,
  { edges }: IdentityGraph,
  links: Links,
): Html {
  const holders = new Map(edges.map(({ id, from }) => [id, from]));
  const rows = [...access, ...memberships.map(asAccess)].sort(
    (a, b) => compare(a.principal, b.principal) || compare(a.path, b.path),
  );
  return html`<section id="access" aria-labelledby="access-heading">
<h2 id="access-heading" tabindex="-1">Access</h2>
${
  rows.length === 0
    ? html`<p>No role is given here.</p>`
    : table(
        "Who may do what where",
        ["Identity", "Role", "Scope", "Bound by"],
        rows.map((row) => {
          const edge = links.edgeOf(row);
          const holder = edge && holders.get(edge);
          return {
            id: edge && accessAnchor(edge),
            cells: [
              holder ? html`<a href="#${identityAnchor(holder)}">${row.principal}</a>` : row.principal,
              html`${row.role}${row.condition && html` <details><summary>with a condition</summary><code>${row.condition}</code></details>`}`,
              scopeHtml(row),
              html`${row.path}${row.isRepeated ? ", as many as count or for_each says" : undefined}${findingLinks(links.findingsAt(row))}`,
            ],
          };
        }),
      )
}
</section>`;
}

type Row = Pick<ReportAccess, "principal" | "role" | "scope" | "path" | "stack" | "address"> &
  Partial<Pick<ReportAccess, "scopeId" | "condition" | "isRepeated">>;

function asAccess({ member, group, ...located }: ReportMembership): Row {
  return { ...located, principal: member, role: "(member of group)", scope: group };
}

function scopeHtml({ scope, scopeId }: Row): Html {
  return html`${scope}${scopeId && scopeId !== scope ? html`<br><code class="address">${scopeId}</code>` : undefined}`;
}
