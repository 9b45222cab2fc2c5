import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Modules of the page, each after those that it requires. */
const MODULES = [
  "blocks",
  "layout",
  "drawing",
  "element",
  "alone",
  "parts",
  "reach",
  "filter",
  "highlight",
  "keys",
  "view",
  "search",
  "matches",
  "controls",
  "start",
];

/** The script of the page: its modules as one text, in which `require` finds those before. */
export function pageScript(): string {
  const modules = MODULES.map(
    (name) =>
      `modules["./${name}"] = ((module) => {\n${read("client", `${name}.js`)}\nreturn module.exports;\n})({ exports: {} });`,
  );
  return [
    '"use strict";',
    "{",
    "const modules = {};",
    "const require = (name) => modules[name];",
    ...modules,
    "}",
  ].join("\n");
}

export function pageStyle(): string {
  return read("page.css");
}

/** With ends of lines as the browser reads them: the policy of the page has hashes of these texts. */
function read(...path: readonly string[]): string {
  return readFileSync(join(__dirname, ...path), "utf8").replaceAll("\r\n", "\n");
}
