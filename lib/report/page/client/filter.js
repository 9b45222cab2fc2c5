/** @typedef {ReturnType<typeof import("./reach").reachIn>} Reach */

/**
 * Rows of the picture that are on a way with the words that are searched for.
 *
 * @param {readonly { from: string, to: string, path: string }[]} links
 * @param {ReadonlyMap<string, string>} texts of rows
 * @param {Reach} reach
 */
function filterOf(links, texts, { before, after, through }) {
  /** @param {(text: string) => boolean} matches */
  return (matches) => {
    const rows = [...texts].filter(([, text]) => matches(text)).map(([row]) => row);
    const found = links.filter(({ from, to, path }) =>
      matches([texts.get(from), texts.get(to), path].join(" ")),
    );
    return new Set([
      ...through(rows),
      ...before(found.map(({ from }) => from)),
      ...after(found.map(({ to }) => to)),
    ]);
  };
}

module.exports = { filterOf };
