import type { ReportDocument } from "../../lib/report/document/report-document";

/** A report with one of everything, in which names of all kinds stand everywhere. */
export function documentWith([
  identity = "",
  role = "",
  scope = "",
  path = "",
]: readonly string[]): ReportDocument {
  const element = { label: scope, stack: path, path, address: identity };
  const finding = {
    rule: "rule",
    stack: path,
    path,
    address: identity,
    message: `name "${role}"; use "${scope}"`,
  };
  return {
    schemaVersion: 1,
    libraryVersion: "0.1.0",
    notices: [`${path} has no report`],
    stacks: [path],
    identities: [
      {
        label: identity,
        kind: "user-assigned",
        origin: "made",
        stack: path,
        path,
        isRepeated: false,
        hosts: [element],
        federatedCredentials: [
          { name: role, issuer: scope, subject: identity, stack: path, path, address: identity },
        ],
      },
    ],
    access: [
      {
        principal: identity,
        principalKind: "user-assigned",
        role,
        scope,
        scopeId: scope,
        isRepeated: false,
        stack: path,
        path,
        address: role,
      },
    ],
    memberships: [{ member: identity, group: scope, stack: path, path, address: role }],
    unknownHosts: [element],
    prerequisites: [
      {
        stack: path,
        roles: [{ role, roleId: role, scope, condition: "a condition", status: "missing" }],
        notAllowed: [role],
        notCovered: [{ address: `${identity}.x`, reason: scope }],
        deployer: { status: "missing", roles: [] },
      },
    ],
    findings: [
      { ...finding, level: "error" },
      { ...finding, level: "warning", accepted: { id: "rule", path, reason: scope } },
    ],
  };
}
