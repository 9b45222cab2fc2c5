/**
 * What lies on a way to some rows, on a way from them, or on a way through them: who runs as an identity, itself, and
 * what it may do.
 *
 * @param {readonly { from: string, to: string }[]} links
 */
function reachIn(links) {
  const [forward, backward] = [new Map(), new Map()];
  for (const { from, to } of links) {
    forward.set(from, [...(forward.get(from) ?? []), to]);
    backward.set(to, [...(backward.get(to) ?? []), from]);
  }
  /** @param {Iterable<string>} rows */
  const before = (rows) => follow(rows, backward);
  /** @param {Iterable<string>} rows */
  const after = (rows) => follow(rows, forward);
  /** @param {readonly string[]} rows */
  const through = (rows) => new Set([...before(rows), ...after(rows)]);
  return { before, after, through };
}

/**
 * @param {Iterable<string>} rows
 * @param {Map<string, string[]>} next
 */
function follow(rows, next) {
  const seen = new Set(rows);
  for (const row of seen) for (const other of next.get(row) ?? []) seen.add(other);
  return seen;
}

module.exports = { reachIn };
