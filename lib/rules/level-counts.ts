import type { RuleLevel } from "./finding";

const LEVELS: readonly RuleLevel[] = ["error", "warning", "information"];

/** How many findings there are of each level, such as `3 errors, 1 warning`; empty for none. */
export function levelCounts(findings: readonly { readonly level: string }[]): string {
  return LEVELS.map((level) => [level, findings.filter((finding) => finding.level === level).length] as const)
    .filter(([, number]) => number > 0)
    .map(([level, number]) => `${number} ${nounOf(level, number)}`)
    .join(", ");
}

function nounOf(level: RuleLevel, number: number): string {
  if (level === "information") return "for information";
  return number === 1 ? level : `${level}s`;
}
