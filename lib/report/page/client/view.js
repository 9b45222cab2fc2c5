const { foldedAtFirst } = require("./layout");

/** @typedef {import("../picture/layout").Drawable} Drawable */

/**
 * What is seen of the picture: which rows were found, which one is looked at alone, and which groups are folded.
 *
 * @param {Drawable} picture
 * @param {(rows: readonly string[]) => ReadonlySet<string>} through
 * @param {(folded: ReadonlySet<string>, isShown: (row: string) => boolean) => void} draw
 */
function viewOf(picture, through, draw) {
  const foldedWithAll = new Set(foldedAtFirst(picture, () => true));
  let folded = foldedWithAll;
  /** @type {ReadonlySet<string> | undefined} */
  let found;
  /** @type {string | undefined} */
  let alone;
  /** @type {ReadonlySet<string> | undefined} */
  let around;

  /** @param {string} row */
  const isShown = (row) => (found?.has(row) ?? true) && (around?.has(row) ?? true);
  const redraw = () => draw(folded, isShown);
  /** Of what is left, groups are folded anew; with all rows they are as the reader left them. */
  const filter = () => {
    folded = found || around ? new Set(foldedAtFirst(picture, isShown)) : foldedWithAll;
    redraw();
  };
  return {
    redraw,
    alone: () => alone,
    /** @param {string | undefined} row */
    showAlone: (row) => {
      alone = row;
      around = row === undefined ? undefined : through([row]);
      filter();
    },
    /** @param {ReadonlySet<string> | undefined} rows all, where not given */
    showFound: (rows) => {
      found = rows;
      filter();
    },
    /** @param {string} group */
    toggle: (group) => {
      if (!folded.delete(group)) folded.add(group);
      redraw();
    },
    /** @param {boolean} isFolded */
    foldAll: (isFolded) => {
      folded.clear();
      if (isFolded) for (const { groups } of picture.columns) for (const { id } of groups) folded.add(id);
      redraw();
    },
  };
}

module.exports = { viewOf };
