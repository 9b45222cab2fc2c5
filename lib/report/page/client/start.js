const { controlsOf } = require("./controls");
const { elementAt } = require("./element");
const { sayMatches } = require("./matches");
const { matcher, searchIn } = require("./search");

const query = elementAt("query", HTMLInputElement);
const svg = document.querySelector("#picture-svg");
const picture = svg instanceof SVGSVGElement ? controlsOf(svg) : undefined;
const search = searchIn(document);

/** @param {string} text */
function searchFor(text) {
  if (query.value !== text) query.value = text;
  const matches = text.trim() === "" ? undefined : matcher(text);
  const inPicture = picture ? [picture.search(matches)] : [];
  sayMatches([...inPicture, ...search(matches)], text.trim());
}

/**
 * Shows what a link goes to, also where a search hides it; a row of the picture alone.
 *
 * @param {string} hash
 */
function reveal(hash) {
  const target = document.getElementById(hash.slice(1));
  if (!target) return;
  const row = target.getAttribute("data-row");
  if (row !== null || target.closest("[hidden]")) searchFor("");
  if (row === null) return target.scrollIntoView({ block: "nearest" });
  picture?.showAlone(row);
  target.closest("section")?.scrollIntoView();
  target.focus({ preventScroll: true });
}

query.addEventListener("input", () => searchFor(query.value));
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  if (picture?.isAlone()) picture.showAlone(undefined);
  else searchFor("");
});
document.addEventListener("click", ({ target }) => {
  const link = target instanceof Element ? target.closest("a[href^='#']") : null;
  if (link && !svg?.contains(link)) reveal(link.getAttribute("href") ?? "");
});
addEventListener("hashchange", () => reveal(location.hash));
document.documentElement.classList.add("script");
reveal(location.hash);
