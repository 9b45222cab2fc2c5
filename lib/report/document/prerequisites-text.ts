import type { Status } from "../../prerequisites/evaluate";
import type { PrerequisiteRole, StackPrerequisites } from "./report-document";
import { plural } from "./summary";

const DEPLOYERS: Readonly<Record<Status, string>> = {
  satisfied: "the declared deployer may do all that is asked for",
  conditional: "the declared deployer may do all that is asked for if some conditions hold",
  missing: "the declared deployer may not do all that is asked for",
  "not covered": "the declared deployer may do all that is known to be asked for",
};

/** What is known of the one who deploys a stack, in a few words. */
export function deployerText({ deployer, roles, notAllowed, notCovered }: StackPrerequisites): string {
  if (deployer) return DEPLOYERS[deployer.status];
  if (roles.length > 0) return "no deployer is declared; needed is";
  const isKnown = notAllowed.length + notCovered.length === 0;
  return isKnown ? "no role of Azure is needed" : "which roles are needed is not known";
}

export function roleText({ role, condition }: PrerequisiteRole): string {
  return condition === undefined ? role : `${role} (with a condition)`;
}

/** What the roles leave open: actions that none allows, and resources of which the actions are not known. */
export function openTexts({ notAllowed, notCovered }: StackPrerequisites): string[] {
  const types = new Set(notCovered.map(({ address }) => address.replace(/^data\./, "").split(".")[0]));
  return [
    ...(notAllowed.length > 0 ? [`no built-in role allows ${notAllowed.join(", ")}`] : []),
    ...(types.size > 0
      ? [`not covered: ${plural(notCovered.length, "resource")} of ${[...types].sort().join(", ")}`]
      : []),
  ];
}
