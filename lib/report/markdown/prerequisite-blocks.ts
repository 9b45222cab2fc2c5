import { deployerText, openTexts, roleText } from "../document/prerequisites-text";
import type { ReportDocument, StackPrerequisites } from "../document/report-document";
import { plural } from "../document/summary";
import { type Block, folded } from "./block";
import { code, prose } from "./escape";

/** The least roles of the one who deploys, by stack, and whether the declared deployer has what they allow. */
export function prerequisiteBlocks({ prerequisites }: ReportDocument): Block[] {
  const title = `Prerequisites of ${plural(prerequisites.length, "stack")}`;
  return [{ ...folded(title), rows: prerequisites.flatMap(stackLines) }];
}

/** A list, as ids that are wider than a table are broken in one. */
function stackLines(prerequisites: StackPrerequisites): string[] {
  const { stack, roles } = prerequisites;
  const told = roles.map((role) => {
    const status = role.status ? `: ${role.status}` : "";
    return `${prose(roleText(role))} at ${code(role.scope)}${status}`;
  });
  return [
    `- ${code(stack)}: ${prose(deployerText(prerequisites))}\n`,
    ...[...told, ...openTexts(prerequisites).map(prose)].map((line) => `  - ${line}\n`),
  ];
}
