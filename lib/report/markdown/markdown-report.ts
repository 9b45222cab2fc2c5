import type { ReportDocument } from "../document/report-document";
import { summary } from "../document/summary";
import { accessBlocks } from "./access-blocks";
import type { Block } from "./block";
import { comment } from "./comment";
import { prose } from "./escape";
import { findingBlocks } from "./finding-blocks";
import { identityBlocks } from "./identity-blocks";
import { prerequisiteBlocks } from "./prerequisite-blocks";

/** A report for a comment on a pull request. */
export function markdownReport(document: ReportDocument): string {
  return comment([
    summaryBlock(document),
    ...findingBlocks(document),
    ...accessBlocks(document),
    ...identityBlocks(document),
    ...prerequisiteBlocks(document),
  ]);
}

function summaryBlock(document: ReportDocument): Block {
  return {
    start: `**Azure identities:** ${summary(document)}\n\n`,
    rows: document.notices.map((notice) => `- ${prose(notice)}\n`),
    end: document.notices.length > 0 ? "\n" : "",
  };
}
