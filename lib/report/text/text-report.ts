import type { ReportDocument } from "../document/report-document";
import { summary } from "../document/summary";
import { accessSection } from "./access-section";
import { findingsSection } from "./findings-section";
import { identitiesSection } from "./identities-section";
import { prerequisitesSection } from "./prerequisites-section";
import { printable } from "./printable";
import { wrap } from "./wrap";

/** A report for a terminal: plain text in lines no wider than `width`. */
export function textReport(document: ReportDocument, width: number): string {
  const lines = [
    ...wrap(summary(document), width),
    ...document.notices.flatMap((notice) => ["", ...wrap(`note: ${printable(notice)}`, width)]),
    ...identitiesSection(document, width),
    ...accessSection(document, width),
    ...prerequisitesSection(document, width),
    ...findingsSection(document, width),
  ];
  return `${lines.join("\n")}\n`;
}
