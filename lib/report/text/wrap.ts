import { displayWidth } from "./display-width";

/** Where a line may end, best first: after words, after segments of ids, after parts of names, anywhere. */
const BREAKS = [/\S*\s*/gu, /[^/]*\/?/gu, /[^.,:_-]*[.,:_-]*/gu, /\P{M}\p{M}*/gu];

/** Lines of a text that are no wider than `width`, broken where it disturbs least. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text, width)) {
    if (line !== "" && displayWidth((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** Pieces that fit into a line each. */
function pieces(text: string, width: number, [at, ...others] = BREAKS): string[] {
  if (!at || displayWidth(text.trimEnd()) <= width) return [text];
  return (text.match(at) ?? []).flatMap((piece) => pieces(piece, width, others));
}
