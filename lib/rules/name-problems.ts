import type { NameRule } from "../azure/name-rules";
import { hasNumberToken } from "../model/number-token";
import { remembered } from "../model/remembered";
import type { Value } from "../model/value";

/**
 * What is wrong with a name, each as the end of a sentence that begins with the name; empty for a legal one.
 * Of a name with parts that only Terraform knows, the literal parts are checked: whatever is said holds for every
 * value of the others.
 */
export function nameProblems(rule: NameRule, name: Value): string[] {
  const patterns = patternsOf(rule);
  if (name.kind === "literal" && patterns.form.test(String(name.value))) {
    return refusals(rule, [String(name.value)]);
  }
  const parts = name.kind === "template" ? name.parts : [name];
  const texts = parts.map((part) => (part.kind === "literal" ? String(part.value) : undefined));
  const known = texts.filter((text) => text !== undefined).join("");
  const isWhole = texts.every((text) => text !== undefined);
  if (hasNumberToken(known)) return [];
  const problems: string[] = [];

  const foreign = known.match(patterns.foreign);
  const length = SURROGATE.test(known) ? [...known].length : known.length;
  const isTooShort = isWhole && length < rule.min;
  if (length > rule.max || isTooShort) {
    problems.push(`has ${length} character${length === 1 ? "" : "s"}${isWhole ? "" : " or more"}`);
  }
  if (foreign) {
    problems.push(`contains ${[...new Set(foreign)].map((char) => JSON.stringify(char)).join(", ")}`);
  }

  const [first = ""] = texts[0] ?? "";
  if (first && misplaced(first, patterns.first, patterns.chars)) problems.push(`starts with "${first}"`);
  const last = texts.at(-1)?.at(-1) ?? "";
  if (last && misplaced(last, patterns.last, patterns.chars)) problems.push(`ends with "${last}"`);
  return [...problems, ...refusals(rule, texts)];
}

/** What is wrong with a name that may have the right length and characters; `undefined` for what Terraform knows. */
function refusals(
  { notOnlyDigits, without, reserved, reservedInAnyCase }: NameRule,
  texts: readonly (string | undefined)[],
): string[] {
  const problems: string[] = [];
  const whole = texts.every((text) => text !== undefined) ? texts.join("") : undefined;
  if (notOnlyDigits && whole !== undefined && /^\d+$/.test(whole)) problems.push("has digits only");
  if (without && texts.some((text) => text?.includes(without))) problems.push(`contains "${without}"`);
  if (whole !== undefined && (reserved?.has(whole) || reservedInAnyCase?.has(whole.toLowerCase()))) {
    problems.push("is reserved");
  }
  return problems;
}

/** Half of a character that JavaScript counts as two. */
const SURROGATE = /[\ud800-\udfff]/;

/** A legal name close to an illegal one; `undefined` when there is no obvious one. */
export function suggestName(rule: NameRule, name: string): string | undefined {
  const { foreigners, notFirst, notLast } = patternsOf(rule);
  const suggestion = name
    .trim()
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .replace(foreigners, "-")
    .replace(notFirst, "")
    .slice(0, rule.max)
    .replace(notLast, "");
  const problems = nameProblems(rule, { kind: "literal", value: suggestion });
  return suggestion !== name && problems.length === 0 ? suggestion : undefined;
}

/** Legal in the middle, but not at this end. */
function misplaced(char: string, allowed: RegExp, chars: RegExp): boolean {
  return !allowed.test(char) && chars.test(char);
}

/** Each expression is compiled once: a stack has many names and few rules. */
const patternsOf = remembered(({ min, max, chars, first, last }: NameRule) => ({
  /** What nearly all names have. */
  form: new RegExp(`^(?=[${first}])[${chars}]{${min},${max}}(?<=[${last}])$`, "u"),
  chars: new RegExp(`[${chars}]`, "u"),
  first: new RegExp(`[${first}]`, "u"),
  last: new RegExp(`[${last}]`, "u"),
  foreign: new RegExp(`[^${chars}]`, "gu"),
  foreigners: new RegExp(`[^${chars}]+`, "gu"),
  notFirst: new RegExp(`^[^${first}]+`, "u"),
  notLast: new RegExp(`[^${last}]+$`, "u"),
}));
