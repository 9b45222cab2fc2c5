import type { Rule } from "./rule";

export const deployerPermission: Rule = {
  id: "deployer-permission",
  title: "a deployer that is declared with Deployer.of has roles for all that Terraform asks of Azure",
  why: "an apply that is refused with 403 stops halfway, with a part of the stack made",
  source:
    "Azure, What is Azure RBAC (how a decision is made); Azure, Understand Azure role definitions; the source code of azurerm 4.55",
  // What is missing is so for raw resources as well: who declares a deployer asks about all that it applies.
  level: "error",
  rawLevel: "error",
  check: (_, { permissionGaps }) =>
    permissionGaps
      .filter(({ status }) => status === "missing")
      .map(({ entry, message }) => ({ entry, message })),
};
