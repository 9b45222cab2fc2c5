/** Sizes of fonts in the picture, and what rows leave free beside their texts; in pixels, and the same in page.css. */
export const FONT = { title: 12, name: 13, detail: 11 };
/** How much wider bold text is. */
export const BOLD = 1.1;
export const INSET = { row: 40, header: 22, mark: 16, count: 60 };

const NARROW = /[ ijlftrI.,:;|!'()[\]/\\-]/;
const WIDE = /[mwMW@%&]/;

/** About how wide a text is in a font without serifs, on the safe side: what a reader has installed is not known. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * fontSize;
}

function emsOf(character: string): number {
  if (NARROW.test(character)) return 0.4;
  if (WIDE.test(character)) return 0.95;
  if (character > "\u2fff") return 1.05;
  return /[A-Z_]/.test(character) ? 0.72 : 0.6;
}

/** A text that is no wider, without its middle where it is too long: names of a kind differ at their ends. */
export function fitted(text: string, fontSize: number, width: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  const characters = [...text];
  for (let kept = characters.length - 1; kept > 1; kept--) {
    const head = Math.ceil(kept / 2);
    const shorter = `${characters.slice(0, head).join("")}…${characters.slice(characters.length - (kept - head)).join("")}`;
    if (textWidth(shorter, fontSize) <= width) return shorter;
  }
  return "…";
}
