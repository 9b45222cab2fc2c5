import type { Model } from "./model";
import { remembered } from "./remembered";

/** Paths of the stacks whose outputs a stack reads, itself or through those that it reads: they are deployed before it. */
export function stacksReadBy(model: Model, stack: string): ReadonlySet<string> {
  const reached = new Set(directlyRead(model).get(stack));
  for (const each of reached) {
    for (const origin of directlyRead(model).get(each) ?? []) reached.add(origin);
  }
  return reached;
}

/** Paths of the stacks from which each stack reads, by its path. */
const directlyRead = remembered(({ index, links }: Model): ReadonlyMap<string, readonly string[]> => {
  const remoteStates = [...links.byRemoteState];
  return new Map(
    [...index].map(([reader, entries]) => [
      reader,
      remoteStates.flatMap(([address, { path }]) => (entries.has(address) ? [path] : [])),
    ]),
  );
});
