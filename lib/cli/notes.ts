import type { Io } from "./io";

/** What the reader has to know beside the answer, a line each; names of files may be part of it. */
export function writeNotes({ err }: Io, notes: readonly string[]): void {
  const { printable } = require("../report/text/printable") as typeof import("../report/text/printable");
  for (const note of notes) err(`note: ${printable(note)}\n`);
}
