/**
 * The fewest candidates that together have everything that is asked for; of as few the ones that come first. Nothing
 * that no candidate has may be asked for.
 */
export function smallestSet<C, T>(
  candidates: readonly C[],
  asked: readonly T[],
  has: (candidate: C, one: T) => boolean,
): C[] {
  const useful = candidates
    .map((candidate) => ({ candidate, asked: new Set(asked.filter((one) => has(candidate, one))) }))
    .filter(({ asked: covered }) => covered.size > 0);
  for (let size = 0; size <= useful.length; size++) {
    const set = search(useful, asked, size, 0);
    if (set) return set;
  }
  return useful.map(({ candidate }) => candidate);
}

interface Useful<C, T> {
  readonly candidate: C;
  readonly asked: ReadonlySet<T>;
}

function search<C, T>(
  useful: readonly Useful<C, T>[],
  left: readonly T[],
  size: number,
  from: number,
): C[] | undefined {
  if (left.length === 0) return [];
  if (size === 0) return undefined;
  for (let at = from; at < useful.length; at++) {
    const { candidate, asked } = useful[at] as Useful<C, T>;
    const rest = left.filter((one) => !asked.has(one));
    if (rest.length === left.length) continue;
    const set = search(useful, rest, size - 1, at + 1);
    if (set) return [candidate, ...set];
  }
  return undefined;
}
