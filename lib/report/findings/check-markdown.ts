import { findingCounts } from "../document/summary";
import { comment } from "../markdown/comment";
import { code, prose } from "../markdown/escape";
import { findingBlocks } from "../markdown/finding-blocks";
import type { CheckDocument } from "./check-document";

/** A check for a comment on a pull request. */
export function checkMarkdown({ findings, notices, requirements }: CheckDocument): string {
  const notes = [...(requirements ? staleLines(`error: ${requirements}`) : []), ...notices.map(prose)];
  const head = {
    start: `**Azure identities:** ${findingCounts(findings)}\n\n`,
    rows: notes.map((note) => `> ${note}\n>\n`),
    end: notes.length > 0 ? "\n" : "",
  };
  return comment([head, ...findingBlocks({ findings })]);
}

/** As text the signs of what came and what went would both be the bullet of a list. */
function staleLines(requirements: string): string[] {
  return requirements.split("\n").map((line) => (/^ +[+-] /.test(line) ? code(line.trim()) : prose(line)));
}
