import type { NameRule } from "../azure/name-rules";
import { literalText, showValue, type Value } from "../model/value";
import { nameProblems, suggestName } from "./name-problems";

/** The message for an illegal name; `undefined` for a legal one. */
export function nameMessage(
  rule: NameRule,
  subject: string,
  name: Value | undefined,
  fix: string,
): string | undefined {
  if (!name) return undefined;
  const problems = nameProblems(rule, name);
  if (problems.length === 0) return undefined;
  const text = literalText(name);
  const suggestion = text === undefined ? undefined : suggestName(rule, text);
  const example = suggestion ? `, for example to "${suggestion}"` : "";
  return `${subject} "${showValue(name)}" ${problems.join(" and ")}; allowed are ${rule.allowed}; ${fix}${example}`;
}
