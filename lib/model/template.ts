/** One piece of a Terraform template string: text as it is, or the inside of a `${...}` or `%{...}`. */
export type TemplatePart = { readonly literal: string } | { readonly expression: string };

/**
 * Splits a string of Terraform JSON into its parts. `$${` and `%%{` are the escapes for a literal `${` and `%{`.
 *
 * Source: Terraform, "Strings and Templates" and "JSON Configuration Syntax".
 */
export function parseTemplate(text: string): TemplatePart[] {
  if (!text.includes("{")) return [{ literal: text }];
  const parts: TemplatePart[] = [];
  let literal = "";
  let at = 0;
  while (at < text.length) {
    const sigil = text[at];
    const isSigil = sigil === "$" || sigil === "%";
    if (isSigil && text[at + 1] === sigil && text[at + 2] === "{") {
      literal += `${sigil}{`;
      at += 3;
    } else if (isSigil && text[at + 1] === "{") {
      const end = endOfExpression(text, at + 2);
      if (literal) parts.push({ literal });
      literal = "";
      parts.push({ expression: text.slice(at + 2, end).trim() });
      at = end + 1;
    } else {
      literal += sigil;
      at += 1;
    }
  }
  if (literal || parts.length === 0) parts.push({ literal });
  return parts;
}

/** Writes parts as one expression that can stand inside `${...}`, for example as the argument of a function. */
export function writeExpression(parts: readonly TemplatePart[]): string {
  const [only] = parts;
  if (parts.length === 1 && only && "expression" in only) return only.expression;
  const text = parts.map((part) =>
    "expression" in part ? `\${${part.expression}}` : escapeQuoted(part.literal),
  );
  return `"${text.join("")}"`;
}

/** Writes parts as the value of a JSON property. */
export function writeTemplate(parts: readonly TemplatePart[]): string {
  return parts
    .map((part) => ("expression" in part ? `\${${part.expression}}` : escapeSigils(part.literal)))
    .join("");
}

function escapeSigils(text: string): string {
  return text.replace(/([$%])\{/g, "$1$1{");
}

function escapeQuoted(text: string): string {
  return escapeSigils(text)
    .replace(/[\\"]/g, "\\$&")
    .replace(/\n/g, "\\n")
    .replace(/\r/g, "\\r")
    .replace(/\t/g, "\\t");
}

/** The index of the brace that closes an expression, or the end of the text when nothing does. */
function endOfExpression(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === '"') at = endOfQuoted(text, at + 1);
    else if (char === "{") depth++;
    else if (char === "}" && depth-- === 0) return at;
  }
  return text.length;
}

function endOfQuoted(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === "\\") at++;
    else if (char === '"') return at;
    else if ((char === "$" || char === "%") && text[at + 1] === "{") at = endOfExpression(text, at + 2);
  }
  return text.length;
}
