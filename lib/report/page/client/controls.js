const { sayAlone } = require("./alone");
const { byData, drawingOf } = require("./drawing");
const { elementAt } = require("./element");
const { filterOf } = require("./filter");
const { highlightIn } = require("./highlight");
const { keysIn, makeTabStop } = require("./keys");
const { groupOf, idOf, partAt } = require("./parts");
const { reachIn } = require("./reach");
const { viewOf } = require("./view");

/**
 * Lets a reader fold groups of the picture, search it, and look at one row alone.
 *
 * @param {SVGSVGElement} svg
 */
function controlsOf(svg) {
  /** @type {import("../picture/layout").Drawable} */
  const picture = JSON.parse(elementAt("picture-data", HTMLScriptElement).text);
  const rows = byData(svg, "row");
  const groups = picture.columns.flatMap((column) => column.groups);
  const rowsIn = new Map(groups.map((group) => [group.id, group.rows.map(({ id }) => id)]));
  const reach = reachIn(picture.links);
  const filter = filterOf(picture.links, textsOf(rows), reach);
  const draw = drawingOf(svg, picture);
  const highlight = highlightIn(
    svg,
    (part) => rowsIn.get(groupOf(part) ?? "") ?? [idOf(part)],
    reach.through,
  );
  const view = viewOf(picture, reach.through, (folded, isShown) => {
    draw(folded, isShown);
    makeTabStop(svg);
    highlight();
  });

  /** @param {string | undefined} row */
  const showAlone = (row) => {
    view.showAlone(row);
    sayAlone(row === undefined ? undefined : rows.get(row));
  };
  /** @param {Element} part */
  const choose = (part) => {
    const group = groupOf(part);
    if (group !== undefined) view.toggle(group);
    else showAlone(idOf(part) === view.alone() ? undefined : idOf(part));
    part.scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  for (const header of svg.querySelectorAll(".header")) header.setAttribute("role", "button");
  svg.addEventListener("click", (event) => {
    const part = partAt(event.target);
    if (part) choose(part);
    event.preventDefault();
  });
  keysIn(svg, choose);
  onClick("unfold-all", () => view.foldAll(false));
  onClick("fold-all", () => view.foldAll(true));
  onClick("alone-end", () => showAlone(undefined));
  view.redraw();

  return {
    /**
     * @param {((text: string) => boolean) | undefined} matches
     * @returns {import("./matches").Found}
     */
    search: (matches) => {
      const found = matches && filter(matches);
      view.showFound(found);
      const all = rows.size;
      return { heading: document.querySelector("#picture h2"), shown: found?.size ?? all, all };
    },
    isAlone: () => view.alone() !== undefined,
    showAlone,
  };
}

/** @param {ReadonlyMap<string, Element>} rows */
function textsOf(rows) {
  return new Map([...rows].map(([id, row]) => [id, row.querySelector("title")?.textContent ?? ""]));
}

/**
 * @param {string} id
 * @param {() => void} act
 */
function onClick(id, act) {
  elementAt(id, HTMLButtonElement).addEventListener("click", act);
}

module.exports = { controlsOf };
