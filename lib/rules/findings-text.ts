import { groupBy } from "../model/group-by";
import type { Finding } from "./finding";
import { levelCounts } from "./level-counts";

/** Findings of one rule and level that are shown in full; of the rest, each stack says how many it has. */
const SHOWN_PER_RULE = 50;

/** Sentences that say where the reader of a text finds more. */
export interface Pointers {
  readonly allAre: string;
  readonly rolesAre: string;
}

const IN_THE_PROGRAM: Pointers = {
  allAre: "Findings.of(app) gives all findings as data",
  rolesAre: "Deployer.of(app).leastPrivilege() gives the fewest roles that a deployer needs",
};

/**
 * Findings as a text for a person: how many, then by stack and construct, and once for all constructs of which the same
 * is said; plain, as the reader may be no terminal.
 */
export function findingsText(findings: readonly Finding[], where: Pointers = IN_THE_PROGRAM): string {
  const rest = new Set(
    [...groupBy(findings, kindOf).values()].flatMap((ofKind) => ofKind.slice(SHOWN_PER_RULE)),
  );
  const stacks = groupBy(findings, ({ stack }) => stack);
  const lines = [`${levelCounts(findings)} in ${plural(stacks.size, "stack")}`];
  for (const [stack, ofStack] of stacks) {
    lines.push("", stack || "(stack)");
    const shown = ofStack.filter((finding) => !rest.has(finding));
    const constructs = groupBy(shown, ({ path }) => path).values();
    for (const [text, alike] of groupBy(constructs, (found) => found.flatMap(findingLines).join("\n"))) {
      lines.push(...alike.flatMap(([first]) => (first ? headLine(first) : [])), text);
    }
    lines.push(...restLines(ofStack.filter((finding) => rest.has(finding))));
  }
  lines.push(
    "",
    "node_modules/cdktf-azure-identity/docs/rules.md says why; IdentityRules.acknowledge(construct, { id, reason }) accepts a finding",
  );
  if (findings.some(({ rule }) => rule === "deployer-permission")) lines.push(where.rolesAre);
  if (rest.size > 0) lines.push(where.allAre);
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

function headLine({ path, address }: Finding): string {
  return `  ${path || "(app)"}${address && address !== path ? `  (${address})` : ""}`;
}

/** The message with what is allowed and the fix on lines of their own. */
function findingLines(finding: Finding): string[] {
  const [given, ...rest] = finding.message.split("; ");
  return [`    ${kindOf(finding)}: ${given}`, ...rest.map((line) => `      ${line}`)];
}

function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
