import { printable } from "../text/printable";

/** What ends a cell of a table, or begins something that is no text. */
const ANYWHERE = /[&<>|`*~[\]\\$]/.source;
/** Between letters it is one of them. */
const UNDERSCORE = /(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/.source;
/** GitHub reads mentions and numbers of issues in what it has rendered. */
const MENTION = /[@#](?=[\w-])/.source;

const MARKUP = new RegExp([ANYWHERE, UNDERSCORE].join("|"), "g");
const MARKUP_OR_MENTION = new RegExp([ANYWHERE, UNDERSCORE, MENTION].join("|"), "g");

/** Words as they are, whatever stands in them. */
export function prose(text: string): string {
  return printable(text).replace(MARKUP_OR_MENTION, (found) =>
    found === "@" || found === "#" ? `${found}<!-- -->` : entity(found),
  );
}

/** A name, an id or an expression, in which GitHub sees no mention, no link and no formula. */
export function code(text: string): string {
  const shown = printable(text);
  if (shown.trim() === "") return "";
  // A cell ends at a bar and a span at a backtick, also where the one stands in the other.
  const isPlain = !/[|`\\]/.test(shown) && shown === shown.trim();
  return isPlain ? `\`${shown}\`` : `<code>${shown.replace(MARKUP, entity)}</code>`;
}

/** A message, in which quoted names and values are code. */
export function message(text: string): string {
  return text
    .split(/("[^"]*")/)
    .map((part, at) => (at % 2 === 1 ? code(part.slice(1, -1)) : "") || prose(part))
    .join("");
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
