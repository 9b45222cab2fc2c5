/** Narrower columns break too many words, and wider ones are hard to follow with the eye. */
const NARROWEST = 80;
const WIDEST = 120;
const USUAL = 100;

/** The width of lines for a terminal of so many columns; for a file or a pipe, where nobody knows. */
export function terminalWidth(columns = USUAL): number {
  return Math.min(Math.max(columns, NARROWEST), WIDEST);
}
