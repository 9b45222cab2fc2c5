/** The loop is for escapes alone: one for each character of a long text is more than the stack holds. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]|\n/g;

/** A key in the text of JSON. */
export interface JsonKey {
  /** Those that lead to it, and itself; lists count for nothing in between. */
  readonly keys: readonly string[];
  /** From 1. */
  readonly line: number;
  /** Whether its object has had it before: `JSON.parse` takes the last one alone. */
  readonly isRepeated: boolean;
}

interface Open {
  /** None of a list. */
  readonly known?: Set<string>;
  /** The key at hand; none where one is awaited. */
  key?: string | undefined;
}

/** The keys of valid JSON, in the order of the text. */
export function* jsonKeys(text: string): Generator<JsonKey> {
  const open: Open[] = [];
  let line = 1;
  for (const [token] of text.matchAll(TOKENS)) {
    const inside = open.at(-1);
    if (token === "\n") line++;
    else if (token === "{") open.push({ known: new Set() });
    else if (token === "[") open.push({});
    else if (token === "}" || token === "]") open.pop();
    else if (token === ",") delete inside?.key;
    else if (inside?.known && inside.key === undefined) {
      inside.key = JSON.parse(token) as string;
      const isRepeated = inside.known.has(inside.key);
      inside.known.add(inside.key);
      yield { keys: open.flatMap(({ key }) => key ?? []), line, isRepeated };
    }
  }
}
