import type { DraftGroup } from "./arranged";
import type { Column } from "./draft-row";
import type { PictureColumn } from "./picture";
import { BOLD, FONT, INSET, textWidth } from "./text-width";

const TITLES: Readonly<Record<Column, string>> = {
  source: "Host or federated subject",
  identity: "Identity",
  role: "Role at a scope",
};

const COLUMNS = ["source", "identity", "role"] as const;
const BETWEEN = 110;
const WIDTH = { least: 190, most: 400, kind: 200 };

/** The columns that there is something in, from left to right. */
export function columnsOf(groups: ReadonlyMap<Column, readonly DraftGroup[]>): PictureColumn[] {
  const columns: PictureColumn[] = [];
  let count = 0;
  for (const column of COLUMNS) {
    const ofColumn = groups.get(column) ?? [];
    if (ofColumn.length === 0) continue;
    const last = columns.at(-1);
    columns.push({
      title: TITLES[column],
      x: last ? last.x + last.width + BETWEEN : 0,
      width: widthOf(TITLES[column], ofColumn),
      groups: ofColumn.map(({ name, kind, rows }) => {
        count += 1;
        return { id: `g${count}`, name, kind, rows: rows.map(({ column: _, group, ...row }) => row) };
      }),
    });
  }
  return columns;
}

/** Wide enough for most of its texts; those that are too long are shortened. */
function widthOf(title: string, groups: readonly DraftGroup[]): number {
  const texts = groups.flatMap(({ name, kind, rows }) => [
    textWidth(name, FONT.name) * BOLD + INSET.header,
    Math.min(textWidth(kind, FONT.detail), WIDTH.kind) + INSET.header + INSET.count,
    ...rows.flatMap(({ name: ofRow, detail, mark }) => [
      textWidth(ofRow, FONT.name),
      textWidth(detail, FONT.detail) + (mark ? textWidth(mark.text, FONT.detail) + INSET.mark : 0),
    ]),
  ]);
  const widest = texts.reduce((most, width) => Math.max(most, width), textWidth(title, FONT.title));
  return Math.ceil(Math.min(Math.max(widest + INSET.row, WIDTH.least), WIDTH.most));
}
