import { groupBy } from "../model/group-by";
import type { Finding, Level } from "./rule";

const LEVELS: readonly Level[] = ["error", "warning", "information"];

/** Findings as a text for a person: how many, then by stack and construct; plain, as the reader may be no terminal. */
export function findingsText(findings: readonly Finding[]): string {
  const stacks = groupBy(findings, ({ stack }) => stack);
  const lines = [`${count(findings)} in ${plural(stacks.size, "stack")}`];
  for (const [stack, ofStack] of stacks) {
    lines.push("", stack || "(stack)");
    for (const [path, ofConstruct] of groupBy(ofStack, ({ path }) => path)) {
      const { address } = ofConstruct[0] as Finding;
      lines.push(`  ${path}${address && address !== path ? `  (${address})` : ""}`);
      for (const { level, rule, message } of ofConstruct) lines.push(`    ${level}  ${rule}: ${message}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

function count(findings: readonly Finding[]): string {
  return LEVELS.map((level) => [level, findings.filter((finding) => finding.level === level).length] as const)
    .filter(([, number]) => number > 0)
    .map(([level, number]) => (level === "information" ? `${number} for information` : plural(number, level)))
    .join(", ");
}

function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
