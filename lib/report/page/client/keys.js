const { idOf, partAt, shownParts } = require("./parts");

/**
 * One stop of the Tab key for the whole picture; from there arrow keys go up and down, and along the lines.
 *
 * @param {SVGSVGElement} svg
 * @param {(part: Element) => void} choose
 */
function keysIn(svg, choose) {
  // An SVG element that listens for the focus becomes a stop of the Tab key: its parent listens.
  svg.parentElement?.addEventListener("focusin", ({ target }) => {
    const part = partAt(target);
    if (part) makeTabStop(svg, part);
  });
  svg.addEventListener("keydown", (event) => {
    const part = partAt(event.target);
    if (!part || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = nextOf(svg, part, event.key);
    if (next instanceof SVGElement) next.focus();
    else if (event.key === " " || event.key === "Enter") choose(part);
    else return;
    event.preventDefault();
  });
}

/**
 * @param {SVGSVGElement} svg
 * @param {Element} part
 * @param {string} key
 */
function nextOf(svg, part, key) {
  const columns = shownParts(svg);
  const column = columns.findIndex((parts) => parts.includes(part));
  const parts = columns[column] ?? [];
  switch (key) {
    case "Home":
      return parts[0];
    case "End":
      return parts.at(-1);
    case "ArrowUp":
      return parts[parts.indexOf(part) - 1];
    case "ArrowDown":
      return parts[parts.indexOf(part) + 1];
    case "ArrowLeft":
      return linked(svg, part, "to", "from") ?? nearest(columns[column - 1], part);
    case "ArrowRight":
      return linked(svg, part, "from", "to") ?? nearest(columns[column + 1], part);
    default:
      return undefined;
  }
}

/**
 * The other end of the first line that begins or ends here.
 *
 * @param {SVGSVGElement} svg
 * @param {Element} part
 * @param {"from" | "to"} here
 * @param {"from" | "to"} there
 */
function linked(svg, part, here, there) {
  const id = svg.querySelector(`.curve[data-${here}="${idOf(part)}"]`)?.getAttribute(`data-${there}`);
  return id ? svg.querySelector(`[data-row="${id}"], [data-group="${id}"] > .header`) : undefined;
}

/**
 * @param {readonly Element[] | undefined} parts
 * @param {Element} part
 */
function nearest(parts = [], part) {
  const top = part.getBoundingClientRect().top;
  /** @param {Element} other */
  const distance = (other) => Math.abs(other.getBoundingClientRect().top - top);
  return [...parts].sort((a, b) => distance(a) - distance(b))[0];
}

/**
 * @param {SVGSVGElement} svg
 * @param {Element | undefined} part the first that is shown, where there was none
 */
function makeTabStop(svg, part = tabStopOf(svg) ?? shownParts(svg).flat()[0]) {
  for (const other of svg.querySelectorAll(".row, .header")) other.setAttribute("tabindex", "-1");
  part?.setAttribute("tabindex", "0");
}

/** @param {SVGSVGElement} svg */
function tabStopOf(svg) {
  return shownParts(svg)
    .flat()
    .find((part) => part.getAttribute("tabindex") === "0");
}

module.exports = { keysIn, makeTabStop };
