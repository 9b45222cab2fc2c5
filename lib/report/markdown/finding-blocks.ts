import type { DocumentFinding, ReportDocument } from "../document/report-document";
import { type Block, tableBlock } from "./block";
import { code, message, prose } from "./escape";

/** What the rules found, and below it what is accepted, with the reason. */
export function findingBlocks({ findings }: Pick<ReportDocument, "findings">): Block[] {
  const open = findings.filter(({ accepted }) => !accepted);
  const accepted = findings.filter((finding) => finding.accepted);
  return [
    ...tableBlock(
      `Findings: ${open.length}`,
      ["level", "finding"],
      open.map((finding) => [finding.level, findingText(finding)]),
    ),
    ...tableBlock(
      `Accepted findings: ${accepted.length}`,
      ["reason", "finding"],
      accepted.map((finding) => [prose(finding.accepted?.reason ?? ""), findingText(finding)]),
      true,
    ),
  ];
}

/** What is allowed and the fix in lines of their own; of what is accepted nobody needs them. */
function findingText({ rule, path, stack, message: said, accepted }: DocumentFinding): string {
  const sentences = said.split("; ").slice(0, accepted ? 1 : undefined);
  return [`${rule} at ${code(path || stack || "(app)")}`, ...sentences.map(message)].join("<br>");
}
