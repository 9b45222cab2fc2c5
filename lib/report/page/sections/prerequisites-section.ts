import { deployerText, openTexts } from "../../document/prerequisites-text";
import type { PrerequisiteRole, ReportDocument, StackPrerequisites } from "../../document/report-document";
import { findingAnchor, stackAnchor } from "../anchors";
import { type Html, html } from "../html";
import { DEPLOYER_RULES } from "./deployer-rules";
import { findingLinks } from "./finding-links";
import { table } from "./table";

/** What the one who deploys each stack needs. */
export function prerequisitesSection(document: ReportDocument): Html {
  return html`<section id="prerequisites" aria-labelledby="prerequisites-heading">
<h2 id="prerequisites-heading" tabindex="-1">Prerequisites</h2>
<p>The fewest built-in roles that let the one who deploys a stack apply it.</p>
${document.prerequisites.map((stack, at) => stackHtml(stack, at, document))}
</section>`;
}

function stackHtml(stack: StackPrerequisites, at: number, { findings }: ReportDocument): Html {
  const gaps = findings.flatMap((finding, number) =>
    DEPLOYER_RULES.has(finding.rule) && finding.stack === stack.stack ? [findingAnchor(number)] : [],
  );
  const hasStatus = stack.roles.some(({ status }) => status !== undefined);
  return html`<div class="stack" id="${stackAnchor(at)}">
<h3>${stack.stack}</h3>
<p>${deployerText(stack)}${stack.roles.length > 0 ? ":" : ""}${findingLinks(gaps)}</p>
${
  stack.roles.length > 0
    ? table(
        `Roles that ${stack.stack} asks of its deployer`,
        ["Role", "Scope", "Condition", ...(hasStatus ? ["Declared deployer"] : [])],
        stack.roles.map((role) => ({ cells: cellsOf(role) })),
      )
    : undefined
}${openTexts(stack).map((text) => html`<p>${text}</p>\n`)}</div>
`;
}

function cellsOf({ role, scope, condition, status }: PrerequisiteRole): (Html | string)[] {
  const limit =
    condition === undefined
      ? "none"
      : html`<details><summary>needed</summary><code>${condition}</code></details>`;
  return [
    role,
    html`<code class="address">${scope}</code>`,
    limit,
    ...(status === undefined ? [] : [status]),
  ];
}
