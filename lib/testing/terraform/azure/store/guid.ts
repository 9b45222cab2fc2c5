import { createHash } from "node:crypto";

/** The same GUID for the same words: what Azure draws at random has to be the same in each run of a test. */
export function guid(...words: readonly string[]): string {
  const hex = createHash("sha256").update(words.join("\n").toLowerCase()).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
