import type { RuleLevel } from "./finding";
import type { Rule } from "./rule";
import type { PermissionGap } from "./settings";

/** What is missing is so for raw resources as well: who declares a deployer asks about all that it applies. */
const LEVELS: Readonly<Record<PermissionGap["status"], RuleLevel>> = {
  missing: "error",
  conditional: "warning",
  "not covered": "information",
};

export const deployerPermission: Rule = {
  id: "deployer-permission",
  title:
    "a deployer that is declared with Deployer.of has roles for all that Terraform asks of Azure; what is sure only under a condition is a warning, and a type whose actions are not known is information",
  why: "an apply that is refused with 403 stops halfway, with a part of the stack made",
  source:
    "Azure, What is Azure RBAC (how a decision is made); Azure, Understand Azure role definitions; the source code of azurerm 4.55",
  level: "error",
  rawLevel: "error",
  check: (_, { permissionGaps }) =>
    permissionGaps.map(({ entry, status, message }) => ({ entry, message, level: LEVELS[status] })),
};
