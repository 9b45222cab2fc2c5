import type { Rule } from "./rule";

/**
 * A rule of its own: such a finding is about many resources and is accepted at the stack, where an acknowledgement of
 * `deployer-permission` would accept what certainly fails as well.
 */
export const unclearDeployerPermission: Rule = {
  id: "unclear-deployer-permission",
  title:
    "it is sure that a deployer that is declared with Deployer.of has roles for all that Terraform may ask of Azure; a type whose actions are not known is information",
  why: "an apply that nobody knows to be allowed may stop halfway with 403",
  source:
    "Azure, What is Azure RBAC (how a decision is made); Azure, Understand Azure role definitions; the source code of azurerm 4.55",
  level: "warning",
  rawLevel: "warning",
  check: (_, { permissionGaps }) =>
    permissionGaps
      .filter(({ status }) => status !== "missing")
      .map(({ entry, status, message }) => ({
        entry,
        message,
        level: status === "not covered" ? "information" : "warning",
      })),
};
