/**
 * Items that share a key with others, by key; those without a key are like none. Of a large app nearly all have a key of
 * their own: only the others get a list.
 */
export function sharing<T, K>(items: Iterable<T>, keyOf: (item: T) => K | undefined): T[][] {
  const first = new Map<K, T>();
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const other = first.get(key);
    const group = groups.get(key);
    if (other === undefined) first.set(key, item);
    else if (group) group.push(item);
    else groups.set(key, [other, item]);
  }
  return [...groups.values()];
}
