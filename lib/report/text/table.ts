import { displayWidth, padEnd } from "./display-width";
import { printable } from "./printable";
import { wrap } from "./wrap";

const GAP = 2;
/** Columns are not made narrower than this for the sake of others. */
const NARROWEST = 12;

/** The lines of each row, in columns and no wider than `width`: a long cell goes on in the next line. */
export function table(rows: readonly (readonly string[])[], width: number): string[][] {
  const shown = rows.map((row) => row.map(printable));
  const widths = fitted(naturalWidths(shown), width);
  return shown.map((row) => {
    const cells = row.map((cell, at) => wrap(cell, widths[at] ?? NARROWEST));
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((lines, at) => padEnd(lines[line] ?? "", widths[at] ?? 0))
        .join(" ".repeat(GAP))
        .trimEnd(),
    );
  });
}

function naturalWidths(rows: readonly (readonly string[])[]): number[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, at) =>
    rows.reduce((widest, row) => Math.max(widest, displayWidth(row[at] ?? "")), 0),
  );
}

/** The widest columns give way until all of them fit. */
function fitted(natural: readonly number[], width: number): number[] {
  const widths = [...natural];
  let over = widths.reduce((sum, one) => sum + one + GAP, -GAP) - width;
  while (over > 0) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) break;
    widths[widths.indexOf(widest)] = widest - 1;
    over--;
  }
  return widths;
}
