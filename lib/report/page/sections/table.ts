import { type Html, html } from "../html";

export interface TableRow {
  /** Id to link to. */
  readonly id?: string | undefined;
  /** One for each heading; the first one is what the row is about. */
  readonly cells: readonly (Html | string)[];
}

/** A table of which each row can be searched; on a narrow screen its rows become blocks with the headings in them. */
export function table(caption: string, headings: readonly string[], rows: readonly TableRow[]): Html {
  return html`<table role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${headings.map((heading) => html`<th scope="col" role="columnheader">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => rowHtml(headings, row))}</tbody>
</table>
`;
}

function rowHtml(headings: readonly string[], { id, cells }: TableRow): Html {
  const [first = "", ...others] = cells;
  const anchor = id === undefined ? undefined : html` id="${id}" tabindex="-1"`;
  return html`<tr role="row" data-search${anchor}><th scope="row" role="rowheader">${first}</th>${others.map(
    (cell, at) => html`<td role="cell" data-heading="${headings[at + 1]}">${cell}</td>`,
  )}</tr>
`;
}

/** Items as a list; one alone as it is. */
export function list(items: readonly (Html | string)[]): Html | string {
  const [first = "", ...others] = items;
  if (others.length === 0) return first;
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}
