import { parseTemplate } from "./template";
import { visitTexts } from "./texts";

/** An attribute that an expression takes of an element as such, without an index in between. */
interface Attribute {
  readonly address: string;
  readonly attribute: string;
}

/** All of them in a value of Terraform JSON, and in everything inside it, keys included. */
export function attributesIn(value: unknown): Attribute[] {
  const found: Attribute[] = [];
  visitTexts(value, (text) => found.push(...inText(text)));
  return found;
}

const QUOTED = /"(?:[^"\\$%]|\\.|[$%](?!\{))*"/g;
const ATTRIBUTE = /(?<![\w.-])((?:data\.)?[A-Za-z][\w-]*\.[A-Za-z_][\w-]*)\.([A-Za-z_][\w-]*)/g;

function inText(text: string): Attribute[] {
  if (!text.includes("{")) return [];
  return parseTemplate(text).flatMap((part) => {
    const expression = "literal" in part ? "" : part.expression.replace(QUOTED, "");
    // What is left is text with expressions in it, of which this reading cannot tell one from the other.
    if (expression.includes('"')) return [];
    return [...expression.matchAll(ATTRIBUTE)].map(([, address = "", attribute = ""]) => ({
      address,
      attribute,
    }));
  });
}
