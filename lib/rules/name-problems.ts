import type { NameRule } from "../azure/name-rules";
import { hasNumberToken } from "../model/number-token";
import type { Value } from "../model/value";

/**
 * What is wrong with a name, each as the end of a sentence that begins with the name; empty for a legal one.
 * Of a name with parts that only Terraform knows, the literal parts are checked: whatever is said holds for every
 * value of the others.
 */
export function nameProblems(rule: NameRule, name: Value): string[] {
  const parts = name.kind === "template" ? name.parts : [name];
  const texts = parts.map((part) => (part.kind === "literal" ? String(part.value) : undefined));
  const known = texts.filter((text) => text !== undefined).join("");
  const isWhole = texts.every((text) => text !== undefined);
  if (hasNumberToken(known)) return [];
  const problems: string[] = [];

  const foreign = known.match(pattern(`[^${rule.chars}]`));
  const length = SURROGATE.test(known) ? [...known].length : known.length;
  const isTooShort = isWhole && length < rule.min;
  if (length > rule.max || isTooShort) {
    problems.push(`has ${length} character${length === 1 ? "" : "s"}${isWhole ? "" : " or more"}`);
  }
  if (foreign) {
    problems.push(`contains ${[...new Set(foreign)].map((char) => JSON.stringify(char)).join(", ")}`);
  }

  const [first = ""] = texts[0] ?? "";
  if (first && misplaced(first, rule.first, rule.chars)) problems.push(`starts with "${first}"`);
  const last = texts.at(-1)?.at(-1) ?? "";
  if (last && misplaced(last, rule.last, rule.chars)) problems.push(`ends with "${last}"`);
  if (isWhole && rule.notOnlyDigits && /^\d+$/.test(known)) problems.push("has digits only");
  const { without } = rule;
  if (without && texts.some((text) => text?.includes(without))) problems.push(`contains "${without}"`);
  const isReserved = rule.reserved?.has(known) || rule.reservedInAnyCase?.has(known.toLowerCase());
  if (isWhole && isReserved) problems.push("is reserved");
  return problems;
}

/** Half of a character that JavaScript counts as two. */
const SURROGATE = /[\ud800-\udfff]/;

/** A legal name close to an illegal one; `undefined` when there is no obvious one. */
export function suggestName(rule: NameRule, name: string): string | undefined {
  const suggestion = name
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .replace(pattern(`[^${rule.chars}]+`), "-")
    .replace(pattern(`^[^${rule.first}]+`), "")
    .slice(0, rule.max)
    .replace(pattern(`[^${rule.last}]+$`), "");
  const problems = nameProblems(rule, { kind: "literal", value: suggestion });
  return suggestion !== name && problems.length === 0 ? suggestion : undefined;
}

/** Legal in the middle, but not at this end. */
function misplaced(char: string, allowed: string, chars: string): boolean {
  return char.search(pattern(`[${allowed}]`)) < 0 && char.search(pattern(`[${chars}]`)) >= 0;
}

const patterns = new Map<string, RegExp>();

/** Each expression is compiled once: a stack has many names and few rules. */
function pattern(source: string): RegExp {
  const known = patterns.get(source);
  if (known) return known;
  const compiled = new RegExp(source, "gu");
  patterns.set(source, compiled);
  return compiled;
}
