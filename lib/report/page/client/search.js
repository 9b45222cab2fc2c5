/**
 * Looks for words in the rows of all tables.
 *
 * @param {ParentNode} root
 */
function searchIn(root) {
  const sections = [...root.querySelectorAll("section")].map(sectionOf).filter(({ rows }) => rows.length > 0);
  /**
   * Shows the rows that match, and tells how many these are in each section.
   *
   * @param {((text: string) => boolean) | undefined} matches all, where not given
   * @returns {import("./matches").Found[]}
   */
  return (matches) =>
    sections.map(({ heading, rows, parts }) => {
      const shown = rows.filter(
        ({ row, text }) => !row.toggleAttribute("hidden", !(matches?.(text) ?? true)),
      );
      for (const part of parts)
        part.toggleAttribute("hidden", matches !== undefined && !part.querySelector(SHOWN));
      return { heading, shown: shown.length, all: rows.length };
    });
}

const SHOWN = "[data-search]:not([hidden])";

/** @param {Element} section */
function sectionOf(section) {
  const rows = [...section.querySelectorAll("[data-search]")].map((row) => {
    const stack = row.closest(".stack")?.querySelector("h3")?.textContent ?? "";
    return { row, text: `${row.textContent} ${stack}` };
  });
  /** What is hidden with the last of its rows. */
  const parts = [...section.querySelectorAll("table, .stack")];
  return { heading: section.querySelector("h2"), rows, parts };
}

/**
 * Whether a text has all words of a query in it, in any order.
 *
 * @param {string} query
 * @returns {(text: string) => boolean}
 */
function matcher(query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (text) => {
    const lower = text.toLowerCase();
    return words.every((word) => lower.includes(word));
  };
}

module.exports = { searchIn, matcher };
