import { directoryTypeOf } from "../model/directory-principal";
import { follow, type Model } from "../model/model";
import { managedIdentityOf } from "../model/principal";
import { showValue, type Value } from "../model/value";
import type { Rule } from "./rule";

export const principalType: Rule = {
  id: "principal-type",
  title: "a role assignment says of its principal what it is: managed identities are service principals",
  why: "Azure compares the type with the principal and answers 400 UnmatchedPrincipalType at apply",
  source:
    "Azure, Add or edit Azure role assignments (principalType); azurerm, azurerm_role_assignment (principal_type)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    model.bindings.flatMap(({ entry, principal, principalType }) => {
      const expected = principal && expectedType(model, principal);
      const type = follow(model, principalType);
      if (!expected || type?.kind !== "literal" || type.value === expected.type) return [];
      const message =
        `principal type "${showValue(type)}" is given for ${expected.what}; allowed is "${expected.type}"` +
        `${expected.why}; set principal_type to that, or bind with ${expected.with}, which does`;
      return [{ entry, message }];
    }),
};

function expectedType(model: Model, principal: Value) {
  const identity = managedIdentityOf(model, principal);
  if (identity) {
    return {
      type: "ServicePrincipal",
      what: `${identity.path}, a managed identity`,
      why: ", as managed identities are service principals",
      with: "IdentityRoleBinding",
    };
  }
  const type = directoryTypeOf(principal);
  return type && { type, what: `"${showValue(principal)}"`, why: "", with: "Principal" };
}
