import fc from "fast-check";

/** Texts that mean something to a terminal, to Markdown or to mermaid. */
const TRICKY = [
  "|",
  "`",
  "``",
  "<b>",
  "</details>",
  "<!--",
  "\\",
  "\\|",
  "*",
  "_x_",
  "[a](b)",
  "~~",
  "$a$",
  "@team",
  "#1",
]
  .concat([
    '"',
    "#quot;",
    "&lt;",
    "${var.x}",
    "%%{init: {}}%%",
    "end",
    "]",
    "}}",
    "--",
    "\n",
    "\u001b[31m",
    "\u202e",
    "\u200f",
  ])
  .concat(["é", "日本", "🚀", "/", " ", "; ", "."]);

/** A name of anything, as Terraform JSON may have it. */
export const anyName: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.string({ minLength: 1, maxLength: 8 }), fc.constantFrom(...TRICKY)), {
    minLength: 1,
    maxLength: 8,
  })
  .map((pieces) => pieces.join(""));

/** Names that differ. */
export const someNames: fc.Arbitrary<string[]> = fc.uniqueArray(anyName, { minLength: 1, maxLength: 6 });
