import { printable } from "../text/printable";

/** All that may mean something in a label; letters of other alphabets mean nothing. */
const MEANINGFUL = /[^\p{L}\p{M}\p{N} _.,:()/-]/gu;

/** A quoted label of one or more lines, which shows its texts as they are. */
export function label(...lines: readonly string[]): string {
  return `"${lines.map(escaped).join("<br/>")}"`;
}

function escaped(text: string): string {
  return printable(text).replace(MEANINGFUL, (character) => `#${character.codePointAt(0)};`);
}
