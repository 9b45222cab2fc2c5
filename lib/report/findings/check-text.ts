import { openFindings } from "../../rules/evaluate";
import { findingsText } from "../../rules/findings-text";
import { levelCounts } from "../../rules/level-counts";
import { plural } from "../document/summary";
import { printable } from "../text/printable";
import type { CheckDocument } from "./check-document";

const ON_THE_COMMAND_LINE = {
  allAre: "--format json has all findings",
  rolesAre: "cdktf-azure-identity prerequisites gives the fewest roles that a deployer needs",
};

/** Findings for people. Notices are not part of it. */
export function checkText({ stacks, findings, requirements }: CheckDocument): string {
  const open = openFindings(findings).map((finding) => ({
    ...finding,
    stack: printable(finding.stack),
    path: printable(finding.path),
    address: printable(finding.address),
    message: printable(finding.message),
  }));
  const accepted = levelCounts(findings.filter((finding) => finding.accepted));
  return [
    open.length > 0
      ? findingsText(open, ON_THE_COMMAND_LINE)
      : `no findings in ${plural(stacks.length, "stack")}\n`,
    ...(accepted ? [`${accepted} accepted; --format json shows the reasons\n`] : []),
    ...(requirements ? [`error: ${requirements.split("\n").map(printable).join("\n")}\n`] : []),
  ].join("\n");
}
