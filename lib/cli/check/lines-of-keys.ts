import { jsonKeys } from "../project/json-keys";

/**
 * The lines, from 1, on which the keys of valid JSON stand, by the keys that lead to them, joined by tabs. Of equal keys
 * the first one counts.
 *
 * @param depth how many keys lead to what is looked for
 */
export function linesOfKeys(text: string, depth: number): Map<string, number> {
  const lines = new Map<string, number>();
  for (const { keys, line } of jsonKeys(text)) {
    const path = keys.join("\t");
    if (keys.length <= depth && !lines.has(path)) lines.set(path, line);
  }
  return lines;
}
