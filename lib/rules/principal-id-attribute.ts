import { questionableUses } from "../model/principal-use";
import { type Reference, showValue } from "../model/value";
import type { Rule } from "./rule";

export const principalIdAttribute: Rule = {
  id: "principal-id-attribute",
  title:
    "a role and a group get the principal id of an identity, not its client id, tenant id or resource id",
  why: "each of them passes the plan; with a client id azurerm retries for 30 minutes before it shows the error",
  source: "azurerm, azurerm_role_assignment (principal_id is the object id; not validated)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    questionableUses(model).flatMap(({ entry, principal }) => {
      const mistaken = principal?.kind === "reference" ? mistakenAttribute(principal) : undefined;
      if (!principal || !mistaken) return [];
      const message =
        `principal "${showValue(principal)}" is a ${mistaken}; allowed is the object id of a principal in Entra; ` +
        "pass the identity itself, or its principal_id";
      return [{ entry, message }];
    }),
};

const WRONG: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[.\]])(?:client_id|application_id|app_id)$/, "client id"],
  [/(?:^|[.\]])tenant_id$/, "tenant id"],
  [/(?:^|[.\]])user_assigned_identity_id$/, "resource id"],
];

function mistakenAttribute({ address, attribute }: Reference): string | undefined {
  if (attribute === "id") return /^(?:data\.)?(?:azurerm|azapi)_/.test(address) ? "resource id" : undefined;
  const mistaken = WRONG.find(([pattern]) => pattern.test(attribute))?.[1];
  return mistaken && /^(?:data\.)?(?:azurerm|azuread|azapi)_/.test(address) ? mistaken : undefined;
}
