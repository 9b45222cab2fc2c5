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

export function findingCounts(findings: ReportDocument["findings"]): string {
  const open = findings.filter(({ accepted }) => !accepted);
  const ofLevel = (level: string) => open.filter((finding) => finding.level === level).length;
  const accepted = findings.length - open.length;
  const counts = [
    plural(ofLevel("error"), "error"),
    plural(ofLevel("warning"), "warning"),
    `${ofLevel("information")} for information`,
    `${accepted} accepted`,
  ].filter((text) => !text.startsWith("0 "));
  return counts.length > 0 ? `findings: ${counts.join(", ")}` : "no findings";
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
