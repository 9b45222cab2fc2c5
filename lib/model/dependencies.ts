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
  visitTexts(entry.values, (text) => text.includes("{") && add(text));
  for (const text of namedBy(entry)) add(text);
  return [...found];
});

/** Addresses that `depends_on` of an entry names: they stand there without braces. */
export function dependsOn({ values }: Entry): string[] {
  return [values.depends_on].flat().filter((text) => typeof text === "string");
}

/**
 * What Terraform makes before `from`, from there to `to`, both included; `undefined` when the one does not wait for the
 * other.
 */
export function pathTo(model: Model, from: Entry, to: Entry): Entry[] | undefined {
  const seen = new Set([from]);
  const open: Entry[][] = [[from]];
  for (const path of open) {
    const last = path.at(-1) as Entry;
    if (last === to) return path;
    for (const next of dependenciesOf(model, last)) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push([...path, next]);
    }
  }
  return undefined;
}

function namedBy(entry: Entry): string[] {
  const [lifecycle] = [entry.values.lifecycle].flat() as (Block | undefined)[];
  const triggers = [lifecycle?.replace_triggered_by].flat().filter((text) => typeof text === "string");
  return [...dependsOn(entry), ...triggers];
}
