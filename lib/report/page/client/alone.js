const { elementAt } = require("./element");

/**
 * Says which row is looked at alone, with a link to what its table says.
 *
 * @param {SVGElement | undefined} row none, where everything is shown
 */
function sayAlone(row) {
  const title = row?.querySelector("title")?.textContent;
  elementAt("alone", HTMLElement).hidden = row === undefined;
  elementAt("alone-text", HTMLElement).textContent = row ? `Only what is linked with ${title}.` : "";
  elementAt("alone-link", HTMLAnchorElement).setAttribute("href", row?.getAttribute("href") ?? "#identities");
}

module.exports = { sayAlone };
