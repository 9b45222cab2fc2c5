import { isGuid, parseArmId } from "./arm-id";

/** Scopes that Azure accepts below no subscription, each with its start. Source: azurerm's docs of `scope`. */
const TENANT_SCOPES = [
  /^\/providers\/Microsoft\.Management\/managementGroups\/[^/]+$/i,
  /^\/providers\/Microsoft\.(?:Subscription|Capacity|BillingBenefits)(?:\/[^/]+)*$/i,
  /^\/providers\/Microsoft\.Billing\/billingAccounts\/[^/]+(?:\/[^/]+)*$/i,
];

/** Whether a literal can be the scope of a role assignment: the root, a management group, a subscription or below. */
export function isScope(scope: string): boolean {
  if (scope === "/") return true;
  return parseArmId(scope) !== undefined || TENANT_SCOPES.some((form) => form.test(scope.replace(/\/$/, "")));
}

/** The form in which scopes are compared: lower case, without a slash at the end. */
export function normalizeScope(scope: string): string {
  return scope === "/" ? scope : scope.replace(/\/+$/, "").toLowerCase();
}

const ROLE_DEFINITION = /(?:^|\/roleDefinitions\/)([^/|]+)$/i;

/** The GUID at the end of a role definition id, or the text itself where it is a bare GUID; lower case. */
export function roleGuid(id: string): string | undefined {
  const guid = ROLE_DEFINITION.exec(id)?.[1];
  return guid && isGuid(guid) ? guid.toLowerCase() : undefined;
}
