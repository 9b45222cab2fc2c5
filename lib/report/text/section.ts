import { printable } from "./printable";
import { table } from "./table";
import { wrap } from "./wrap";

const INDENT = "  ";

/** A headline in capitals and what stands below it, or a word where there is nothing. */
export function section(title: string, lines: readonly string[], nothing = "none"): string[] {
  return ["", title.toUpperCase(), "", ...(lines.length > 0 ? lines : [`${INDENT}${nothing}`])];
}

/** Text as indented lines. */
export function indented(text: string, width: number, depth = 1): string[] {
  const indent = INDENT.repeat(depth);
  return wrap(printable(text), width - indent.length).map((line) => indent + line);
}

/** Rows as indented columns. */
export function indentedTable(rows: readonly (readonly string[])[], width: number): string[] {
  return table(rows, width - INDENT.length).flatMap((lines) => lines.map((line) => INDENT + line));
}
