import { createHash } from "node:crypto";
import type { ReportDocument } from "../document/report-document";
import { summary } from "../document/summary";
import type { IdentityGraph } from "../graph/identity-graph";
import { Html, html } from "./html";
import { linksOf } from "./links";
import { pictureOf } from "./picture/picture-of";
import { pictureStyle } from "./picture/picture-style";
import { pageScript, pageStyle } from "./script";
import { accessSection } from "./sections/access-section";
import { findingsSection } from "./sections/findings-section";
import { identitiesSection } from "./sections/identities-section";
import { pictureSection } from "./sections/picture-section";
import { prerequisitesSection } from "./sections/prerequisites-section";

/** What a page shows. */
export interface PageContent {
  /** What the report is of, such as the folder that was read. */
  readonly title: string;
  /** Both are of the same model. */
  readonly graph: IdentityGraph;
  readonly document: ReportDocument;
}

const PARTS = ["Picture", "Findings", "Identities", "Access", "Prerequisites"];

/** A report as one HTML file that loads nothing, to open from an artifact of CI. */
export function reportPage({ title, graph, document }: PageContent): string {
  const picture = pictureOf(graph, document.findings);
  const style = new Html(pageStyle() + pictureStyle(picture));
  const script = new Html(pageScript());
  const links = linksOf(graph, document);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src ${hashOf(style)}; script-src ${hashOf(script)}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="cdktf-azure-identity ${document.libraryVersion}">
<link rel="icon" href="data:,">
<title>Azure identities of ${title}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#picture-heading">Skip to the picture</a>
<header>
<div class="heading"><h1>Azure identities <span>of ${title}</span></h1>
<p>${summary(document)}</p></div>
<nav aria-label="Parts of this report">${PARTS.map((part) => html`<a href="#${part.toLowerCase()}">${part}</a> `)}</nav>
<search class="with-script"><label for="query">Search</label> <input id="query" type="search" autocomplete="off" spellcheck="false" placeholder="name, role, scope or path"><p id="matches" role="status"></p></search>
</header>
<main>
${document.notices.length > 0 ? html`<ul class="notices">${document.notices.map((notice) => html`<li>${notice}</li>`)}</ul>` : undefined}
${pictureSection(picture)}
${findingsSection(document, links)}
${identitiesSection(document, graph, links)}
${accessSection(document, graph, links)}
${prerequisitesSection(document)}
</main>
<footer><p>Written by cdktf-azure-identity ${document.libraryVersion} from Terraform JSON; nothing was asked of Azure.</p></footer>
<script>${script}</script>
</body>
</html>
`.text;
}

/** The policy allows these two texts and nothing else, so that no text of a stack can become a script or a style. */
function hashOf({ text }: Html): Html {
  return new Html(`'sha256-${createHash("sha256").update(text).digest("base64")}'`);
}
