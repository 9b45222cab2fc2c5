import { codeIn } from "./code-in";
import type { Entry } from "./entry";
import { entryAt, type Model } from "./model";
import { rememberedIn } from "./remembered";
import type { Block } from "./terraform-json";
import { visitTexts } from "./texts";

const ADDRESS = /(?<![\w.-])(?:data\.)?[A-Za-z][\w-]*\.[A-Za-z_][\w-]*/g;

/** Entries of its stack that Terraform makes before an entry: those that it refers to, and those that it names. */
export const dependenciesOf = rememberedIn((model, entry: Entry): readonly Entry[] => {
  const found = new Set<Entry>();
  const add = (text: string) => {
    for (const [address] of text.matchAll(ADDRESS)) {
      const other = entryAt(model, entry.stack, address);
      if (other) found.add(other);
    }
  };
  visitTexts(entry.values, (text) => codeIn(text).forEach(add));
  for (const text of namedBy(entry)) add(text);
  return [...found];
});

/** Addresses that `depends_on` of an entry names: they stand there without braces. */
export function dependsOn({ values }: Entry): string[] {
  return [values.depends_on].flat().filter((text) => typeof text === "string");
}

/** All that Terraform makes before an entry, and the entry itself. */
export function reachableFrom(model: Model, from: Entry): ReadonlySet<Entry> {
  const reached = new Set([from]);
  for (const entry of reached) {
    for (const next of dependenciesOf(model, entry)) reached.add(next);
  }
  return reached;
}

/**
 * What Terraform makes before `from`, from there to `to`, both included; `undefined` when the one does not wait for the
 * other, or not by a way on which all entries are `allowed`.
 */
export function pathTo(
  model: Model,
  from: Entry,
  to: Entry,
  allowed: (entry: Entry) => boolean = () => true,
): Entry[] | undefined {
  const cameFrom = new Map<Entry, Entry | undefined>([[from, undefined]]);
  for (const [entry] of cameFrom) {
    if (entry === to) return wayBack(cameFrom, to).reverse();
    for (const next of dependenciesOf(model, entry)) {
      if (!cameFrom.has(next) && allowed(next)) cameFrom.set(next, entry);
    }
  }
  return undefined;
}

function wayBack(cameFrom: ReadonlyMap<Entry, Entry | undefined>, end: Entry): Entry[] {
  const way: Entry[] = [];
  for (let step: Entry | undefined = end; step; step = cameFrom.get(step)) way.push(step);
  return way;
}

function namedBy(entry: Entry): string[] {
  const [lifecycle] = [entry.values.lifecycle].flat() as (Block | undefined)[];
  const triggers = [lifecycle?.replace_triggered_by].flat().filter((text) => typeof text === "string");
  return [...dependsOn(entry), ...triggers];
}
