import type { DeployerNeeds, NeededAction, Requirements } from "../../prerequisites/requirements";
import { headline, limitText } from "../../report/prerequisites/deployer-words";

/** What requirements say, a line for each thing: equal ones have the same lines. */
export interface RequirementLines {
  /** Roles, and what they leave open. */
  readonly roles: readonly string[];
  /** What follows from what the roles are for. */
  readonly details: readonly string[];
}

export function requirementLines({ deployers }: Requirements): RequirementLines {
  const by = (linesOf: (needs: DeployerNeeds) => readonly string[]) =>
    deployers.flatMap((needs) => linesOf(needs).map((line) => `${headline(needs)}: ${line}`));
  return { roles: by(roleLines), details: by(detailLines) };
}

function roleLines({ roles, notAllowed, notCovered, unlisted }: DeployerNeeds): string[] {
  return [
    ...roles.map(({ role, roleId, scope, limit }) => {
      const assigns = limitText(limit);
      return `${role} (${roleId}) at ${scope}${assigns ? `, may assign ${assigns}` : ""}`;
    }),
    ...notAllowed.map((one) => `not allowed by a built-in role: ${actionText(one)}`),
    ...notCovered.map(({ path, reason }) => `not covered: ${path}, as ${reason}`),
    ...unlisted.map((path) => `no GUID yet for the role of ${path}`),
  ];
}

function detailLines({ customRoles, leftOut }: DeployerNeeds): string[] {
  return [
    ...customRoles.flatMap(({ scope, actions, dataActions, condition = "" }) => [
      ...actions.map((action) => `custom role with ${actionText({ action, scope })}`),
      ...dataActions.map((action) => `custom role with ${actionText({ action, isData: true, scope })}`),
      ...(condition ? [`custom role at ${scope} with condition ${condition}`] : []),
    ]),
    ...leftOut.map((one) => `left out: ${actionText(one)}`),
  ];
}

function actionText({ action, isData, scope }: NeededAction): string {
  return `${action}${isData ? " on data" : ""} at ${scope}`;
}
