import { directoryTypeOf } from "../model/directory-principal";
import type { Entry } from "../model/entry";
import { follow } from "../model/model";
import { managedIdentityOf } from "../model/principal";
import { isOfUserAssigned } from "../model/principal-use";
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
      const type = follow(model, principalType);
      if (!principal || type?.kind !== "literal") return [];
      if (type.value === "ServicePrincipal" && isOfUserAssigned(principal)) return [];
      const identity = managedIdentityOf(model, principal);
      const expected = identity ? "ServicePrincipal" : directoryTypeOf(principal);
      if (!expected || type.value === expected) return [];
      const message =
        `principal type "${showValue(type)}" is given for ${describe(principal, identity)}; allowed is "${expected}"` +
        `${identity ? ", as managed identities are service principals" : ""}; set principal_type to that, or bind with ` +
        `${identity ? "IdentityRoleBinding" : "Principal"}, which does`;
      return [{ entry, message }];
    }),
};

function describe(principal: Value, identity: Entry | undefined): string {
  return identity ? `${identity.path}, a managed identity` : `"${showValue(principal)}"`;
}
