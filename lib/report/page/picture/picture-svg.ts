import { pictureAnchor } from "../anchors";
import { type Html, html } from "../html";
import { type Layout, SIZES } from "./layout";
import type { Picture, PictureColumn, PictureGroup, PictureRow } from "./picture";
import { widthOf } from "./picture-style";
import { BOLD, FONT, fitted, INSET, textWidth } from "./text-width";

/** Above the base line of the second text of a row and of a header. */
const LINES = { first: 17, second: 32 };

/** The picture as it is before a script runs. Rows of folded groups are in it, and not shown. */
export function pictureSvg({ columns }: Picture, layout: Layout): Html {
  const width = widthOf({ columns });
  return html`<svg id="picture-svg" width="${width}" height="${layout.height}" viewBox="0 0 ${width} ${layout.height}" role="group" aria-labelledby="picture-title" aria-describedby="picture-help">
<title id="picture-title">Who runs as which identity, and which roles each has</title>
<g class="panels">${columns.flatMap(({ x, width: ofColumn, groups }) =>
    groups.map(({ id }) => panelSvg(id, x, ofColumn, layout)),
  )}</g>
<g class="curves" aria-hidden="true">${layout.curves.map(
    ({ kind, d, width: thickness, from, to }) =>
      html`<path class="curve ${kind}" d="${d}" stroke-width="${thickness}" data-from="${from}" data-to="${to}"/>`,
  )}</g>
${columns.map((column) => columnSvg(column, layout))}
</svg>`;
}

function columnSvg(column: PictureColumn, layout: Layout): Html {
  const { title, x, groups } = column;
  return html`<g class="column" role="group" aria-label="${title}">
<text class="title" x="${x}" y="16">${title}</text>
${groups.map((group) => groupSvg(column, group, layout))}</g>
`;
}

function panelSvg(group: string, x: number, width: number, layout: Layout): Html {
  const { y = 0, height = 0 } = layout.groups.get(group) ?? {};
  return html`<rect class="panel" data-panel="${group}" x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>`;
}

function groupSvg({ x, width }: PictureColumn, group: PictureGroup, layout: Layout): Html {
  const y = layout.groups.get(group.id)?.y ?? 0;
  const { id, name, kind, rows } = group;
  const count = rows.length;
  const inner = width - INSET.row - INSET.header;
  return html`<g class="group" data-group="${id}" transform="translate(${x} ${y})">
<g class="header" data-header="${id}"><title>${name}, ${kind}</title><rect class="box" x="2" y="2" width="${width - 4}" height="${SIZES.header - 4}" rx="6"/><path class="arrow" d="M0 0L8 5L0 10Z" transform="translate(12 17)"/><text class="name" x="30" y="19">${fitted(name, FONT.name, inner / BOLD)}</text><text class="detail" x="30" y="34">${fitted(kind, FONT.detail, inner - INSET.count)} · <tspan class="count">${count}</tspan></text></g>
${rows.map((row) => rowSvg(row, width - 2 * SIZES.pad, layout.rows.get(row.id), y))}</g>
`;
}

function rowSvg(row: PictureRow, width: number, top: number | undefined, groupTop: number): Html {
  const { id, kind, name, detail, label, target, mark } = row;
  const hidden = top === undefined ? html` display="none"` : undefined;
  const markWidth = mark ? textWidth(mark.text, FONT.detail) + INSET.mark : 0;
  const inner = width - INSET.row + 2 * SIZES.pad;
  return html`<a class="row ${kind}" id="${pictureAnchor(id)}" data-row="${id}" href="#${target}" transform="translate(${SIZES.pad} ${(top ?? groupTop) - groupTop})"${hidden}><title>${label}${mark && `, ${mark.text}`}</title><rect class="box" width="${width}" height="${SIZES.row}" rx="5"/><rect class="strip" width="4" height="${SIZES.row}"/><text class="name" x="14" y="${LINES.first}">${fitted(name, FONT.name, inner)}</text><text class="detail" x="14" y="${LINES.second}">${fitted(detail, FONT.detail, inner - markWidth)}</text>${mark && html`<text class="mark ${mark.level}" x="${width - 10}" y="${LINES.second}" text-anchor="end">${mark.text}</text>`}</a>
`;
}
