const { SIZES, blocksOf, bottomOf, bringNear } = require("./blocks");

/** @typedef {import("../picture/layout").Drawable["links"]} Links */
/** @typedef {{ id: string, group: string, left: number, right: number, y: number }} End where lines of a row end */

/** How many rows can be looked over. */
const MOST_OPEN = 60;

/** @type {import("../picture/layout").FoldedAtFirst} */
function foldedAtFirst({ columns }, isShown) {
  const groups = columns.flatMap((column) => column.groups);
  const rows = groups.flatMap((group) => group.rows).filter(({ id }) => isShown(id));
  return new Set(rows.length > MOST_OPEN ? groups.map(({ id }) => id) : []);
}

/** @type {import("../picture/layout").LayOut} */
function layOut({ columns, links }, folded, isShown) {
  const blocks = columns.map((column) => blocksOf(column, folded, isShown));
  const bottom = Math.max(SIZES.top, ...blocks.map(bottomOf));
  const tallest = blocks.findIndex((ofColumn) => bottomOf(ofColumn) === bottom);
  const ends = new Map((blocks[tallest] ?? []).flatMap(endsIn));
  for (const ofColumn of [...blocks.slice(0, tallest).reverse(), ...blocks.slice(tallest + 1)]) {
    bringNear(ofColumn, middlesOf(ofColumn, links, ends), bottom);
    for (const [row, end] of ofColumn.flatMap(endsIn)) ends.set(row, end);
  }
  const placed = blocks.flat();
  return {
    height: bottom + SIZES.pad,
    groups: new Map(placed.map(({ id, y, height }) => [id, { y, height }])),
    rows: new Map([...ends].flatMap(([row, { id, y }]) => (id === row ? [[row, y - SIZES.row / 2]] : []))),
    curves: curvesOf(links, ends),
  };
}

/**
 * At the rows of a group, or all at the group where it is folded.
 *
 * @param {import("./blocks").Block} block
 * @returns {[string, End][]}
 */
function endsIn({ id, x, y, width, rows, isFolded }) {
  const inset = isFolded ? 2 : SIZES.pad;
  return rows.map((row, at) => {
    const middle = isFolded ? SIZES.header / 2 : SIZES.header + at * (SIZES.row + SIZES.gap) + SIZES.row / 2;
    return [
      row,
      { id: isFolded ? id : row, group: id, left: x + inset, right: x + width - inset, y: y + middle },
    ];
  });
}

/**
 * Where the other ends are of the links of each group.
 *
 * @param {readonly import("./blocks").Block[]} blocks
 * @param {Links} links
 * @param {ReadonlyMap<string, End>} ends those that have their place already
 */
function middlesOf(blocks, links, ends) {
  const groupOf = new Map(blocks.flatMap(({ id, rows }) => rows.map((row) => [row, id])));
  /** @type {Map<string, number[]>} */
  const middles = new Map(blocks.map(({ id }) => [id, []]));
  for (const { from, to } of links) {
    for (const [here, there] of [
      [from, to],
      [to, from],
    ]) {
      const other = ends.get(there);
      if (other) middles.get(groupOf.get(here) ?? "")?.push(other.y);
    }
  }
  return middles;
}

/**
 * @param {Links} links
 * @param {ReadonlyMap<string, End>} ends
 */
function curvesOf(links, ends) {
  /** @type {Map<string, { from: string, to: string, kind: Links[number]["kind"], d: string, count: number }>} */
  const curves = new Map();
  for (const { from, to, kind } of links) {
    const [start, end] = [ends.get(from), ends.get(to)];
    if (!start || !end || start.id === end.id) continue;
    const key = [start.id, end.id, kind].join(" ");
    const curve = curves.get(key) ?? { from: start.id, to: end.id, kind, d: pathOf(start, end), count: 0 };
    curve.count += 1;
    curves.set(key, curve);
  }
  return [...curves.values()].map(({ count, ...curve }) => ({ ...curve, width: widthOf(count) }));
}

/** @param {number} count */
function widthOf(count) {
  return Math.min(1.5 + Math.log2(count) / 2, 5);
}

/**
 * From the right edge of one to the left edge of the other; of two in one column from right to right.
 *
 * @param {End} start
 * @param {End} end
 */
function pathOf({ right, y }, end) {
  const isForward = end.left > right;
  const x = isForward ? end.left : end.right;
  const bend = isForward ? Math.min(90, (x - right) / 2) : 60;
  const back = isForward ? x - bend : x + bend;
  return `M${right} ${y}C${right + bend} ${y} ${back} ${end.y} ${x} ${end.y}`;
}

module.exports = { layOut, foldedAtFirst, SIZES };
