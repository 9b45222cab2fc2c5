import type { DocumentFinding, ReportDocument } from "../../document/report-document";
import { findingAnchor } from "../anchors";
import { type Html, html } from "../html";
import type { Links } from "../links";
import { DEPLOYER_RULES } from "./deployer-rules";
import { table } from "./table";

/** What the rules found, with a link to the row of what is at fault. */
export function findingsSection({ findings }: ReportDocument, links: Links): Html {
  return html`<section id="findings" aria-labelledby="findings-heading">
<h2 id="findings-heading" tabindex="-1">Findings</h2>
${
  findings.length === 0
    ? html`<p>None.</p>`
    : table(
        "What the rules found; what was accepted comes last",
        ["Level", "Finding", "Where"],
        findings.map((finding, at) => ({
          id: findingAnchor(at),
          cells: [levelHtml(finding), messageHtml(finding), whereHtml(finding, links)],
        })),
      )
}
</section>`;
}

function levelHtml({ level, accepted }: DocumentFinding): Html {
  if (accepted) return html`<span class="level accepted">accepted</span> ${level}`;
  return html`<span class="level ${level}">${level}</span>`;
}

/** What was given, what is allowed and the fix, each on a line of its own. */
function messageHtml({ rule, message, accepted }: DocumentFinding): Html {
  const [given = "", ...others] = message.split("; ");
  return html`<code>${rule}</code> ${given}${others.map((line) => html`<br>${line}`)}${
    accepted && html`<p class="reason">accepted: ${accepted.reason}</p>`
  }`;
}

function whereHtml(finding: DocumentFinding, links: Links): Html {
  const { rule, path, stack, address } = finding;
  const row = links.rowOf(finding);
  const where = path || stack;
  const needs = DEPLOYER_RULES.has(rule) ? links.needsOf(stack) : undefined;
  return html`${row ? html`<a href="#${row}">${where}</a>` : where}${
    address && address !== path ? html`<br><code class="address">${address}</code>` : undefined
  }${needs && html`<br><a href="#${needs}">prerequisites of ${stack}</a>`}`;
}
