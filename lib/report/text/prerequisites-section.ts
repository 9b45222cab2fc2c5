import { groupBy } from "../../model/group-by";
import { deployerText, openTexts, roleText } from "../document/prerequisites-text";
import type { PrerequisiteRole, ReportDocument, StackPrerequisites } from "../document/report-document";
import { printable } from "./printable";
import { indented, section } from "./section";
import { wrap } from "./wrap";

/** The least roles of the one who deploys, by stack, and whether the declared deployer has what they allow. */
export function prerequisitesSection({ prerequisites }: ReportDocument, width: number): string[] {
  return section(
    "prerequisites",
    prerequisites.flatMap((stack) => stackLines(stack, width)),
  );
}

function stackLines(prerequisites: StackPrerequisites, width: number): string[] {
  const { stack, roles } = prerequisites;
  const byScope = [...groupBy(roles, ({ scope }) => scope)];
  return [
    ...wrap(printable(`${stack}: ${deployerText(prerequisites)}`), width),
    ...byScope.flatMap(([scope, here]) => [
      ...indented(`at ${scope}`, width),
      ...here.flatMap((role) => indented(withStatus(role), width, 2)),
    ]),
    ...openTexts(prerequisites).flatMap((text) => indented(text, width)),
  ];
}

function withStatus(role: PrerequisiteRole): string {
  return role.status ? `${role.status}: ${roleText(role)}` : roleText(role);
}
