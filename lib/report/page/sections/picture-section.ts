import { type Html, html, jsonScript } from "../html";
import { type Drawable, foldedAtFirst, layOut } from "../picture/layout";
import type { Picture } from "../picture/picture";
import { pictureSvg } from "../picture/picture-svg";

/** The picture, and what its lines mean. */
export function pictureSection(picture: Picture): Html {
  return html`<section id="picture" aria-labelledby="picture-heading">
<h2 id="picture-heading" tabindex="-1">Picture</h2>
${picture.columns.length === 0 ? html`<p>There is no managed identity here, and no role is given.</p>` : drawn(picture)}
</section>`;
}

function drawn(picture: Picture): Html {
  const isShown = () => true;
  const folded = foldedAtFirst(picture, isShown);
  return html`<p id="picture-help">From left to right: who runs as an identity, and what the identity may do.<span class="with-script"> Choose one to see it alone. Arrow keys go along the lines, Escape shows everything again.</span> The table <a href="#identities">Identities</a> says the same as a list.</p>
<div class="tools">
<div class="with-script"><button type="button" id="unfold-all">Unfold all</button> <button type="button" id="fold-all">Fold all</button></div>
${legend(picture)}
<p id="alone" role="status" hidden><span id="alone-text"></span> <a id="alone-link" href="#identities">Show it in its table</a> <button type="button" id="alone-end">Show everything</button></p>
</div>
<p class="sideways">The picture is wider than the window: scroll it sideways.</p>
<div class="scroll">
${pictureSvg(picture, layOut(picture, folded, isShown))}
</div>
${jsonScript("picture-data", forScript(picture))}`;
}

function legend({ links }: Picture): Html {
  const kinds = new Set(links.map(({ kind }) => kind));
  const lines = LINES.filter(([kind]) => kinds.has(kind)).map(
    ([kind, text]) =>
      html`<li><svg width="34" height="10" aria-hidden="true"><path class="curve ${kind}" d="M1 5H33" stroke-width="2"/></svg> ${text}</li>`,
  );
  return html`<ul class="legend">${lines}</ul>`;
}

/** Texts of rows are in the picture already. */
function forScript({ columns, links }: Picture): Drawable {
  return {
    columns: columns.map(({ x, width, groups }) => ({
      x,
      width,
      groups: groups.map(({ id, rows }) => ({ id, rows: rows.map((row) => ({ id: row.id })) })),
    })),
    links,
  };
}

const LINES = [
  ["has", "runs as"],
  ["federation", "gets tokens of"],
  ["member", "is a member of"],
  ["role", "has the role"],
] as const;
