import { managedIdentityOf } from "../model/principal";
import type { Rule } from "./rule";

export const missingPrincipalType: Rule = {
  id: "missing-principal-type",
  title: "a role assignment for a managed identity that the app makes says what type of principal it is",
  why:
    "without it Azure looks the principal up: a new one may not be there yet, which azurerm retries for up to 30 " +
    "minutes, and a deployer whose own role has a condition on the type gets 403",
  source: "Azure, Troubleshoot Azure RBAC (PrincipalNotFound, set principalType)",
  level: "warning",
  rawLevel: "warning",
  check: (model) =>
    model.bindings.flatMap(({ entry, principal, principalType }) => {
      if (principalType || entry.values.skip_service_principal_aad_check) return [];
      const identity = managedIdentityOf(model, principal);
      if (!identity || identity.isData) return [];
      const message =
        `no principal_type is given for ${identity.path}, a managed identity; allowed is "ServicePrincipal"; set ` +
        "principal_type to that, or bind with IdentityRoleBinding, which does";
      return [{ entry, message }];
    }),
};
