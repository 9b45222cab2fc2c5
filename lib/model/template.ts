/** One piece of a Terraform template string: text as it is, or an expression, the inside of a `${...}`. */
export type TemplatePart = { readonly literal: string } | { readonly expression: string };

/** The inside of a `%{...}`, such as `if var.x` or `endif`. */
type Directive = { readonly directive: string };

/**
 * Splits a string of Terraform JSON into its parts. `$${` and `%%{` are the escapes for a literal `${` and `%{`; a
 * `~` inside the braces strips the white space next to them.
 *
 * Source: Terraform, "Strings and Templates" and "JSON Configuration Syntax".
 */
export function parseTemplate(text: string): TemplatePart[] {
  if (!text.includes("{")) return [{ literal: text }];
  const [, expression] = WHOLE.exec(text) ?? [];
  return expression === undefined ? joinDirectives(splitTemplate(text)) : [{ expression: expression.trim() }];
}

/** What most strings with an expression are: nothing else, and no quotes or braces in it. */
const WHOLE = /^\$\{([^"{}~]*)\}$/;

/** The parts of a string in the order in which they stand there, directives too. */
export function splitTemplate(text: string): (TemplatePart | Directive)[] {
  const parts: (TemplatePart | Directive)[] = [];
  let literal = "";
  let at = 0;
  while (at < text.length) {
    const sigil = text[at];
    const isSigil = sigil === "$" || sigil === "%";
    if (isEscapedSigil(text, at)) {
      literal += `${sigil}{`;
      at += 3;
    } else if (isSigil && text[at + 1] === "{") {
      const end = endOfExpression(text, at + 2);
      const inside = text.slice(at + 2, end);
      if (inside.startsWith("~")) literal = literal.trimEnd();
      if (literal) parts.push({ literal });
      literal = "";
      const expression = inside.replace(/^~|~$/g, "").trim();
      parts.push(sigil === "$" ? { expression } : { directive: expression });
      at = end + 1;
      if (inside.endsWith("~")) while (/\s/.test(text[at] ?? "")) at++;
    } else {
      literal += sigil;
      at += 1;
    }
  }
  if (literal || parts.length === 0) parts.push({ literal });
  return parts;
}

/** Text between directives may come once, often or never: from the first to the last, all is one expression. */
function joinDirectives(parts: (TemplatePart | Directive)[]): TemplatePart[] {
  const directives = parts.map((part) => "directive" in part);
  const [first, end] = [directives.indexOf(true), directives.lastIndexOf(true) + 1];
  const joined = { expression: quote(parts.slice(first, end)) };
  return (first < 0 ? parts : [...parts.slice(0, first), joined, ...parts.slice(end)]) as TemplatePart[];
}

/** Writes parts as one expression that can stand inside `${...}`, for example as the argument of a function. */
export function writeExpression(parts: readonly TemplatePart[]): string {
  const [only] = parts;
  if (parts.length === 1 && only && "expression" in only) return only.expression;
  return quote(parts);
}

/** Writes parts as the value of a JSON property. */
export function writeTemplate(parts: readonly TemplatePart[]): string {
  return write(parts, escapeSigils);
}

function quote(parts: readonly (TemplatePart | Directive)[]): string {
  return `"${write(parts, escapeQuoted)}"`;
}

function write(parts: readonly (TemplatePart | Directive)[], escaped: (text: string) => string): string {
  const texts = parts.map((part, at) => {
    if ("expression" in part) return `\${${part.expression}}`;
    if ("directive" in part) return `%{${part.directive}}`;
    return keepApart(escaped(part.literal), parts[at + 1]);
  });
  return texts.join("");
}

/** Sigils at the end of a text would make an escape of the `${` or `%{` after it. */
function keepApart(text: string, next: TemplatePart | Directive | undefined): string {
  if (!next || "literal" in next) return text;
  return text.replace("directive" in next ? /%+$/ : /\$+$/, '${"$&"}');
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

/** Whether a `$${` or `%%{` stands here. */
function isEscapedSigil(text: string, at: number): boolean {
  return text.startsWith("$${", at) || text.startsWith("%%{", at);
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

/** The index of the quote that closes a text which starts there, or the end of the text when nothing does. */
export function endOfQuoted(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === "\\") at++;
    else if (char === '"') return at;
    else if (isEscapedSigil(text, at)) at += 2;
    else if ((char === "$" || char === "%") && text[at + 1] === "{") at = endOfExpression(text, at + 2);
  }
  return text.length;
}
