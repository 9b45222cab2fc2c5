import { endOfQuoted, splitTemplate } from "./template";

/**
 * What Terraform evaluates in a string of its JSON: expressions and directives, those in quoted texts of others
 * included. Quoted texts themselves are left empty, as what looks like an address there is none.
 */
export function codeIn(text: string): string[] {
  if (!text.includes("${") && !text.includes("%{")) return [];
  return splitTemplate(text).flatMap((part) =>
    "literal" in part ? [] : unquoted("expression" in part ? part.expression : part.directive),
  );
}

function unquoted(code: string): string[] {
  const inside: string[] = [];
  let outside = "";
  for (let at = 0; at < code.length; at++) {
    outside += code[at];
    if (code[at] !== '"') continue;
    const end = endOfQuoted(code, at + 1);
    inside.push(...codeIn(code.slice(at + 1, end)));
    outside += '"';
    at = end;
  }
  return [outside, ...inside];
}
