import type { Entry } from "../model/entry";
import { groupBy } from "../model/group-by";

/** An entry that is the same as an earlier one. */
export interface Pair {
  readonly entry: Entry;
  readonly other: Entry;
}

/**
 * Entries that share a key with another, each with that other; those without a key are the same as none. A construct
 * of this library counts as the later one of two, so that its finding has the full level.
 */
export function pairs(entries: readonly Entry[], keyOf: (entry: Entry) => string | undefined): Pair[] {
  const keyed = entries.flatMap((entry) => {
    const key = keyOf(entry);
    return key === undefined ? [] : [{ entry, key }];
  });
  return [...groupBy(keyed, ({ key }) => key).values()].flatMap((same) => {
    const [first, ...others] = same.map(({ entry }) => entry).sort((a, b) => Number(a.own) - Number(b.own));
    return others.map((entry) => ({ entry, other: first as Entry }));
  });
}
