/** How many requests are under way at once: enough to be quick, few enough not to be throttled. */
const AT_ONCE = 8;

/** Does something with each item, a few at a time; the first failure ends it. */
export async function each<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  const iterator = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
