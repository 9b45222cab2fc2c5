import { quotedAddress } from "./quoted-address";
import { isScope } from "./scope";
import { literalEnd, literalStart, type Reference, type Value } from "./value";

/** Whether a value can be the id of a scope; what looks like an address was meant to be a reference, and can. */
export function canBeScope(scope: Value): boolean {
  if (scope.kind === "literal") {
    const text = String(scope.value);
    return isScope(text) || quotedAddress(text) !== undefined;
  }
  const start = literalStart(scope);
  return (start === "" || start.startsWith("/")) && !/\s$/.test(literalEnd(scope));
}

/** The reference that a value begins with, where its attribute is certainly no id: whatever follows, it is no scope. */
export function mistakenScopeReference(scope: Value): Reference | undefined {
  const first = scope.kind === "template" ? scope.parts[0] : scope;
  return first?.kind === "reference" && isNoId(first) ? first : undefined;
}

const AZURE = /^(?:data\.)?(?:azurerm|azuread|azapi)_/;

/** An object id and the like, of a resource or of its identity block. */
const OF_PRINCIPALS = /^(?:\w*identity\[\d+\]\.)?(?:principal_id|client_id|object_id|tenant_id)$/;

const TEXTS =
  /^(?:name|resource_group_name|location|endpoint|fqdn|host_?name|vault_uri|connection_string|(?:primary|secondary)_(?:\w+_)?(?:endpoint|host|location|key|connection_string))$/;

/** Elsewhere, as in budgets and policy assignments, the argument of this name is the whole id of a subscription. */
const OF_SUBSCRIPTIONS = /^(?:data\.)?azurerm_(?:client_config|subscription)\./;

function isNoId({ address, attribute }: Reference): boolean {
  if (attribute === "subscription_id") return OF_SUBSCRIPTIONS.test(address);
  return AZURE.test(address) && (OF_PRINCIPALS.test(attribute) || TEXTS.test(attribute));
}
