import { levelCounts } from "../../rules/level-counts";
import type { ReportDocument } from "./report-document";

/** How much there is of what, and then how many findings, as one line. */
export function summary({ identities, access, memberships, stacks, findings }: ReportDocument): string {
  const ofKind = (kind: string) => identities.filter((identity) => identity.kind === kind).length;
  const counts = [
    plural(ofKind("user-assigned"), "user-assigned identity", "user-assigned identities"),
    plural(ofKind("system-assigned"), "system-assigned identity", "system-assigned identities"),
    plural(access.length, "role binding"),
    plural(memberships.length, "group membership"),
  ];
  const what = counts.filter((text) => !text.startsWith("0 ")).join(", ") || "no managed identities";
  return `${what} in ${plural(stacks.length, "stack")}; ${findingCounts(findings)}`;
}

/** How many findings there are, and how many more the program accepts. */
export function findingCounts(findings: ReportDocument["findings"]): string {
  const open = levelCounts(findings.filter(({ accepted }) => !accepted));
  const accepted = levelCounts(findings.filter((finding) => finding.accepted));
  return [open ? `findings: ${open}` : "no findings", ...(accepted ? [`${accepted} accepted`] : [])].join(
    "; ",
  );
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
