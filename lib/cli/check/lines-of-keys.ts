/** The loop is for escapes alone: one for each character of a long text is more than the stack holds. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]|\n/g;

interface Open {
  readonly isObject: boolean;
  /** The key at hand; none where one is awaited. */
  key?: string | undefined;
}

/**
 * The lines, from 1, on which the keys of valid JSON stand, by the keys that lead to them, joined by tabs. Lists count
 * for nothing in between, and of equal keys the first one counts.
 *
 * @param depth how many keys lead to what is looked for
 */
export function linesOfKeys(text: string, depth: number): Map<string, number> {
  const lines = new Map<string, number>();
  const open: Open[] = [];
  let line = 1;
  for (const [token] of text.matchAll(TOKENS)) {
    const inside = open.at(-1);
    if (token === "\n") line++;
    else if (token === "{" || token === "[") open.push({ isObject: token === "{" });
    else if (token === "}" || token === "]") open.pop();
    else if (token === ",") delete inside?.key;
    else if (inside?.isObject && inside.key === undefined) {
      inside.key = JSON.parse(token) as string;
      const keys = open.flatMap(({ key }) => key ?? []);
      const path = keys.join("\t");
      if (keys.length <= depth && !lines.has(path)) lines.set(path, line);
    }
  }
  return lines;
}
