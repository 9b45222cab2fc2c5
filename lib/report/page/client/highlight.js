const { idOf, partAt } = require("./parts");

/**
 * Shows the ways through the row or the folded group that has the focus or is pointed at.
 *
 * @param {SVGSVGElement} svg
 * @param {(part: Element) => readonly string[]} rowsOf the rows that a part of the picture stands for
 * @param {(rows: readonly string[]) => Set<string>} reach
 */
function highlightIn(svg, rowsOf, reach) {
  /** @param {Element | null} part */
  const show = (part) => {
    const rows = part ? rowsOf(part) : [];
    for (const marked of svg.querySelectorAll(".near")) marked.classList.remove("near");
    svg.classList.toggle("has-near", rows.length > 0);
    if (rows.length > 0) mark(reach(rows));
  };
  /** @param {Set<string>} near */
  const mark = (near) => {
    const ends = new Set();
    for (const part of svg.querySelectorAll(".row, .header")) {
      if (!rowsOf(part).some((row) => near.has(row))) continue;
      part.classList.add("near");
      ends.add(idOf(part));
    }
    for (const curve of svg.querySelectorAll(".curve")) {
      const isNear = ["data-from", "data-to"].every((end) => ends.has(curve.getAttribute(end)));
      curve.classList.toggle("near", isNear);
    }
  };
  const showFocused = () =>
    show(svg.contains(document.activeElement) ? partAt(document.activeElement) : null);
  svg.addEventListener("pointerover", ({ target }) =>
    partAt(target) ? show(partAt(target)) : showFocused(),
  );
  svg.addEventListener("pointerleave", showFocused);
  // An SVG element that listens for the focus becomes a stop of the Tab key: its parent listens.
  svg.parentElement?.addEventListener("focusin", ({ target }) => show(partAt(target)));
  svg.parentElement?.addEventListener("focusout", () => show(null));
  return showFocused;
}

module.exports = { highlightIn };
