import { dependenciesOf } from "./dependencies";
import type { Entry } from "./entry";
import type { Model } from "./model";

interface Visit {
  readonly entry: Entry;
  readonly index: number;
  readonly dependencies: Iterator<Entry>;
  /** The least index to which a way back was seen. */
  lowest: number;
}

/**
 * A number for each entry that roots wait for, and for the roots: entries have the same one where each waits for the
 * other. Takes each dependency once, and no call for each step, of which there can be thousands in a row.
 *
 * Source: Tarjan, Depth-first search and linear graph algorithms.
 */
export function dependencyCycles(model: Model, roots: Iterable<Entry>): ReadonlyMap<Entry, number> {
  const cycles = new Map<Entry, number>();
  const indices = new Map<Entry, number>();
  const open: Entry[] = [];

  const visit = (entry: Entry): Visit => {
    const index = indices.size;
    indices.set(entry, index);
    open.push(entry);
    return { entry, index, dependencies: dependenciesOf(model, entry)[Symbol.iterator](), lowest: index };
  };
  const close = (first: Visit) => {
    for (const entry of open.splice(open.lastIndexOf(first.entry))) cycles.set(entry, first.index);
  };

  for (const root of roots) {
    const visits = indices.has(root) ? [] : [visit(root)];
    for (let last = visits.at(-1); last; last = visits.at(-1)) {
      const { value: next, done } = last.dependencies.next();
      if (done) {
        visits.pop();
        if (last.lowest === last.index) close(last);
        const before = visits.at(-1);
        if (before) before.lowest = Math.min(before.lowest, last.lowest);
      } else if (!indices.has(next)) {
        visits.push(visit(next));
      } else if (!cycles.has(next)) {
        last.lowest = Math.min(last.lowest, indices.get(next) as number);
      }
    }
  }
  return cycles;
}
