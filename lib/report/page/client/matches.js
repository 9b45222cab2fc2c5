const { elementAt } = require("./element");

/**
 * How much of a section was found.
 *
 * @typedef {{ heading: HTMLElement | null, shown: number, all: number }} Found
 */

/**
 * Says how much was found, behind each heading and beside the search; where that is nothing, the sections are hidden.
 *
 * @param {readonly Found[]} found
 * @param {string} text that was searched for; empty, where everything is shown
 */
function sayMatches(found, text) {
  const isNothing = text !== "" && found.every(({ shown }) => shown === 0);
  for (const section of document.querySelectorAll("main > section"))
    section.toggleAttribute("hidden", isNothing);
  for (const { heading, shown, all } of found) {
    if (heading && text !== "") heading.dataset.count = `${shown} of ${all}`;
    else delete heading?.dataset.count;
  }
  const counts = found.map(({ heading, shown, all }) => `${heading?.textContent} ${shown} of ${all}`);
  elementAt("matches", HTMLElement).textContent = isNothing
    ? `Nothing matches “${text}”.`
    : text && counts.join(", ");
}

module.exports = { sayMatches };
