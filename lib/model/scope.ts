import { isGuid, parseArmId } from "./arm-id";

/**
 * Scopes of the tenant: management groups, billing accounts, and other providers as a whole or in part, such as
 * `/providers/Microsoft.Insights`. Source: azurerm, `scope` of azurerm_role_assignment; Azure, Elevate access to manage
 * all subscriptions and management groups.
 */
const TENANT_SCOPES = [
  /^\/providers\/Microsoft\.Management\/managementGroups\/[^/]+(?:\/providers\/.+)?$/i,
  /^\/providers\/Microsoft\.Billing\/billingAccounts\/[^/]+(?:\/[^/]+)*$/i,
  /^\/providers\/(?!Microsoft\.(?:Management|Billing)(?:\/|$))[\w.]+(?:\/[^/]+)*$/i,
];

/** Whether a literal can be the scope of a role assignment: the root, a management group, a subscription or below. */
export function isScope(scope: string): boolean {
  if (scope === "/") return true;
  if (/\s\/?$/.test(scope)) return false;
  const parsed = parseArmId(scope);
  if (parsed) return !/\s/.test(parsed.resourceGroupName ?? "");
  return TENANT_SCOPES.some((form) => form.test(scope.replace(/\/$/, "")));
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
