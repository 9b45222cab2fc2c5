/** Heights and distances: `pad` is that of rows from the edge of their group, `slack` what is left free above one at most. */
const SIZES = { top: 34, header: 44, row: 40, gap: 5, pad: 7, groupGap: 12, slack: 400 };

/** @typedef {import("../picture/layout").Drawable["columns"][number]} Column */
/** @typedef {{ id: string, x: number, width: number, height: number, isFolded: boolean, rows: string[], y: number }} Block */

/**
 * The groups of a column one below the other, without those of which no row is shown.
 *
 * @param {Column} column
 * @param {ReadonlySet<string>} folded
 * @param {(row: string) => boolean} isShown
 * @returns {Block[]}
 */
function blocksOf({ x, width, groups }, folded, isShown) {
  let y = SIZES.top;
  return groups.flatMap(({ id, rows: all }) => {
    const rows = all.map((row) => row.id).filter(isShown);
    if (rows.length === 0) return [];
    const isFolded = folded.has(id);
    const height =
      SIZES.header + (isFolded ? 0 : rows.length * (SIZES.row + SIZES.gap) - SIZES.gap + SIZES.pad);
    const block = { id, x, width, height, isFolded, rows, y };
    y += height + SIZES.groupGap;
    return [block];
  });
}

/** @param {readonly Block[]} blocks */
function bottomOf(blocks) {
  const last = blocks.at(-1);
  return last ? last.y + last.height : SIZES.top;
}

/**
 * Moves the folded groups of a column towards what they are linked with, in their order and within a height. Rows of
 * open ones are linked with places all over the other columns.
 *
 * @param {readonly Block[]} blocks
 * @param {ReadonlyMap<string, readonly number[]>} middles of what each group is linked with
 * @param {number} height
 */
function bringNear(blocks, middles, height) {
  let least = SIZES.top;
  for (const block of blocks) {
    const linked = middles.get(block.id) ?? [];
    const middle = linked.reduce((sum, one) => sum + one, 0) / linked.length;
    const wanted = block.isFolded && linked.length > 0 ? Math.round(middle - block.height / 2) : least;
    block.y = Math.min(Math.max(least, wanted), least + SIZES.slack);
    least = block.y + block.height + SIZES.groupGap;
  }
  let most = height;
  for (const block of [...blocks].reverse()) {
    block.y = Math.min(block.y, most - block.height);
    most = block.y - SIZES.groupGap;
  }
}

module.exports = { SIZES, blocksOf, bottomOf, bringNear };
