import type { DocumentFinding, ReportDocument } from "../document/report-document";
import { indented, section } from "./section";

/** Findings with what is allowed and the fix in lines of their own; of accepted ones the reason instead. */
export function findingsSection({ findings }: ReportDocument, width: number): string[] {
  return section(
    "findings",
    findings.flatMap((finding) => findingLines(finding, width)),
  );
}

function findingLines({ level, rule, path, stack, message, accepted }: DocumentFinding, width: number) {
  const [given = "", ...rest] = message.split("; ");
  const more = accepted ? [`accepted at ${accepted.path || "the app"}: ${accepted.reason}`] : rest;
  return [
    ...indented(`${accepted ? "accepted" : level}  ${path || stack || "(app)"}`, width),
    ...indented(`${rule}: ${given}`, width, 2),
    ...more.flatMap((line) => indented(line, width, 3)),
  ];
}
