const { layOut, SIZES } = require("./layout");

/** @typedef {import("../picture/layout").Drawable} Drawable */
/** @typedef {import("../picture/layout").Layout} Layout */
/** @typedef {Drawable["columns"][number]["groups"][number]} Group */

/**
 * Draws the picture that the page came with anew: with these groups folded, and these rows shown.
 *
 * @param {SVGSVGElement} svg
 * @param {Drawable} picture
 */
function drawingOf(svg, picture) {
  const groups = byData(svg, "group");
  const rows = byData(svg, "row");
  const panels = byData(svg, "panel");
  /** @type {(folded: ReadonlySet<string>, isShown: (row: string) => boolean) => void} */
  return (folded, isShown) => {
    const layout = layOut(picture, folded, isShown);
    svg.setAttribute("height", String(layout.height));
    svg.setAttribute("viewBox", `0 0 ${svg.getAttribute("width")} ${layout.height}`);
    svg.querySelector(".curves")?.replaceChildren(...layout.curves.map(curveElement));
    for (const column of picture.columns) {
      for (const group of column.groups) {
        const { y: top, height = 0 } = layout.groups.get(group.id) ?? { y: undefined };
        panels.get(group.id)?.setAttribute("y", String(top ?? 0));
        panels.get(group.id)?.setAttribute("height", String(height));
        const element = groups.get(group.id);
        place(element, column.x, top);
        if (element) fillHeader(element, group, folded.has(group.id), isShown);
        for (const { id } of group.rows) {
          place(rows.get(id), SIZES.pad, minus(layout.rows.get(id), top));
        }
      }
    }
  };
}

/**
 * @param {Element} element
 * @param {Group} group
 * @param {boolean} isFolded
 * @param {(row: string) => boolean} isShown
 */
function fillHeader(element, { rows }, isFolded, isShown) {
  const shown = rows.filter((row) => isShown(row.id)).length;
  element.querySelector(".header")?.setAttribute("aria-expanded", String(!isFolded));
  const count = element.querySelector(".count");
  if (count) count.textContent = shown === rows.length ? String(shown) : `${shown} of ${rows.length}`;
}

/**
 * @param {Element | undefined} element
 * @param {number} x
 * @param {number | undefined} y nowhere, where it is not shown
 */
function place(element, x, y) {
  if (y === undefined) element?.setAttribute("display", "none");
  else element?.removeAttribute("display");
  element?.setAttribute("transform", `translate(${x} ${y ?? 0})`);
}

/**
 * @param {number | undefined} y
 * @param {number | undefined} top
 */
function minus(y, top) {
  return y === undefined || top === undefined ? undefined : y - top;
}

/** @param {Layout["curves"][number]} curve */
function curveElement({ kind, d, width, from, to }) {
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("class", `curve ${kind}`);
  path.setAttribute("d", d);
  path.setAttribute("stroke-width", String(width));
  path.setAttribute("data-from", from);
  path.setAttribute("data-to", to);
  return path;
}

/**
 * Elements by what they have in a data attribute.
 *
 * @param {Element} root
 * @param {string} name
 * @returns {Map<string, SVGElement>}
 */
function byData(root, name) {
  /** @type {NodeListOf<SVGElement>} */
  const found = root.querySelectorAll(`[data-${name}]`);
  return new Map([...found].map((element) => [element.dataset[name] ?? "", element]));
}

module.exports = { drawingOf, byData };
