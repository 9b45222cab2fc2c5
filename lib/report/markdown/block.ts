/** A part of a comment that loses rows where there is no room for all of them. */
export interface Block {
  /** What stands before the rows, and behind them. */
  readonly start: string;
  readonly rows: readonly string[];
  readonly end: string;
}

/** More rows than these are folded. */
const FOLDED_FROM = 20;

/** A table under a title; nothing where there are no rows. */
export function tableBlock(
  title: string,
  headings: readonly string[],
  cells: readonly (readonly string[])[],
  isFolded = cells.length >= FOLDED_FROM,
): Block[] {
  if (cells.length === 0) return [];
  const { start, end } = isFolded ? folded(title) : { start: `#### ${title}\n\n`, end: "\n" };
  const head = `${row(headings)}${row(headings.map(() => "---"))}`;
  return [{ start: start + head, rows: cells.map(row), end }];
}

/** What stands around rows that show when the reader asks for them. */
export function folded(title: string): Pick<Block, "start" | "end"> {
  return { start: `<details><summary><b>${title}</b></summary>\n\n`, end: "\n</details>\n\n" };
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}
