/**
 * The row or the header of a group that something in the picture is in.
 *
 * @param {EventTarget | null} target
 */
function partAt(target) {
  return target instanceof Element ? target.closest(".row, .header") : null;
}

/**
 * The id of a row, or of the group of a header: where lines end.
 *
 * @param {Element} part
 */
function idOf(part) {
  return part.getAttribute("data-row") ?? groupOf(part) ?? "";
}

/**
 * The group of a header.
 *
 * @param {Element} part
 */
function groupOf(part) {
  return (part.matches(".header") && part.parentElement?.getAttribute("data-group")) || undefined;
}

/**
 * Rows and headers that are shown, from top to bottom, column by column.
 *
 * @param {SVGSVGElement} svg
 */
function shownParts(svg) {
  return [...svg.querySelectorAll(".column")].map((column) =>
    [...column.querySelectorAll(".row, .header")].filter((part) => !part.closest("[display=none]")),
  );
}

module.exports = { partAt, idOf, groupOf, shownParts };
