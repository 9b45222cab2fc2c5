import type { Entry } from "../model/entry";
import { sharing } from "../model/sharing";
import type { Violation } from "./rule";

/**
 * A violation for each entry that shares a key with an earlier one; those without a key are the same as none. A
 * construct of this library counts as the later one of two, so that its finding has the full level.
 */
export function pairs(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string | undefined,
  messageOf: (entry: Entry, other: Entry) => string,
): Violation[] {
  return sharing(entries, keyOf).flatMap((same) => {
    const [first, ...others] = same.sort((a, b) => Number(a.own) - Number(b.own));
    return others.map((entry) => {
      const other = first as Entry;
      return {
        entry,
        message: messageOf(entry, other),
        mirrored: { entry: other, message: messageOf(other, entry) },
      };
    });
  });
}
