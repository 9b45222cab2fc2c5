import { follow } from "../model/model";
import { managedIdentityOf } from "../model/principal";
import { showValue } from "../model/value";
import type { Rule } from "./rule";

export const principalType: Rule = {
  id: "principal-type",
  title: "a role assignment for a managed identity says that its principal is a service principal",
  why: "Azure compares the type with the principal and answers 400 UnmatchedPrincipalType at apply",
  source:
    "Azure, Add or edit Azure role assignments (principalType); azurerm, azurerm_role_assignment (principal_type)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    model.bindings.flatMap(({ entry, principal, principalType }) => {
      const identity = managedIdentityOf(model, principal);
      const type = follow(model, principalType);
      if (!identity || type?.kind !== "literal" || type.value === "ServicePrincipal") return [];
      const message =
        `principal type "${showValue(type)}" is given for ${identity.path}, a managed identity; allowed is ` +
        '"ServicePrincipal", as managed identities are service principals; set principal_type to that, or bind with ' +
        "IdentityRoleBinding, which does";
      return [{ entry, message }];
    }),
};
