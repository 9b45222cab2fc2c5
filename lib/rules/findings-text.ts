import { groupBy } from "../model/group-by";
import type { Finding } from "./finding";
import { levelCounts } from "./level-counts";

/** Findings of one rule and level that are shown in full; of the rest, each stack says how many it has. */
const SHOWN_PER_RULE = 50;

/** Findings as a text for a person: how many, then by stack and construct; plain, as the reader may be no terminal. */
export function findingsText(
  findings: readonly Finding[],
  whereAllAre = "Findings.of(app) gives all findings as data",
): string {
  const rest = new Set(
    [...groupBy(findings, kindOf).values()].flatMap((ofKind) => ofKind.slice(SHOWN_PER_RULE)),
  );
  const stacks = groupBy(findings, ({ stack }) => stack);
  const lines = [`${levelCounts(findings)} in ${plural(stacks.size, "stack")}`];
  for (const [stack, ofStack] of stacks) {
    lines.push("", stack || "(stack)");
    const shown = ofStack.filter((finding) => !rest.has(finding));
    for (const [path, ofConstruct] of groupBy(shown, ({ path }) => path)) {
      const { address } = ofConstruct[0] as Finding;
      lines.push(`  ${path || "(app)"}${address && address !== path ? `  (${address})` : ""}`);
      for (const finding of ofConstruct) lines.push(...findingLines(finding));
    }
    lines.push(...restLines(ofStack.filter((finding) => rest.has(finding))));
  }
  lines.push(
    "",
    "node_modules/cdktf-azure-identity/docs/rules.md says why; IdentityRules.acknowledge(construct, { id, reason }) accepts a finding",
  );
  if (rest.size > 0) lines.push(whereAllAre);
  return `${lines.join("\n")}\n`;
}

function kindOf({ level, rule }: Finding): string {
  return `${level}  ${rule}`;
}

function restLines(rest: readonly Finding[]): string[] {
  return [...groupBy(rest, kindOf)].map(
    ([kind, ofKind]) => `  ${kind}: ${ofKind.length} more of this kind, the first at ${ofKind[0]?.path}`,
  );
}

/** The message with what is allowed and the fix on lines of their own. */
function findingLines(finding: Finding): string[] {
  const [given, ...rest] = finding.message.split("; ");
  return [`    ${kindOf(finding)}: ${given}`, ...rest.map((line) => `      ${line}`)];
}

function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
