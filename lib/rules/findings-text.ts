import { groupBy } from "../model/group-by";
import type { Finding, RuleLevel } from "./finding";

const LEVELS: readonly RuleLevel[] = ["error", "warning", "information"];

/** Findings as a text for a person: how many, then by stack and construct; plain, as the reader may be no terminal. */
export function findingsText(findings: readonly Finding[]): string {
  const stacks = groupBy(findings, ({ stack }) => stack);
  const lines = [`${count(findings)} in ${plural(stacks.size, "stack")}`];
  for (const [stack, ofStack] of stacks) {
    lines.push("", stack || "(stack)");
    for (const [path, ofConstruct] of groupBy(ofStack, ({ path }) => path)) {
      const { address } = ofConstruct[0] as Finding;
      lines.push(`  ${path || "(app)"}${address && address !== path ? `  (${address})` : ""}`);
      for (const finding of ofConstruct) lines.push(...findingLines(finding));
    }
  }
  lines.push(
    "",
    "node_modules/cdktf-azure-identity/docs/rules.md says why; IdentityRules.acknowledge(construct, { id, reason }) accepts a finding",
  );
  return `${lines.join("\n")}\n`;
}

/** The message with what is allowed and the fix on lines of their own. */
function findingLines({ level, rule, message }: Finding): string[] {
  const [given, ...rest] = message.split("; ");
  return [`    ${level}  ${rule}: ${given}`, ...rest.map((line) => `      ${line}`)];
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
