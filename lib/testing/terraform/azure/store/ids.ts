import { parseArmId } from "../../../../model/arm-id";

const CHILD = /^(.+)\/[^/]+\/[^/]+$/;
const PROVIDERS = /^(.*)\/providers\/[^/]+$/i;

/** Ids are compared as Azure compares them: whatever their case. */
export function key(id: string): string {
  return id.toLowerCase().replace(/(?<=.)\/+$/, "");
}

export function sameId(one: string, other: string): boolean {
  return key(one) === key(other);
}

/** Whether an id is a scope's own or lies below it. */
export function liesIn(id: string, scope: string): boolean {
  return scope === "/" || sameId(id, scope) || key(id).startsWith(`${key(scope)}/`);
}

/** What has to exist for a resource to be made: the subscription, the group, or the resource that it is a child of. */
export function parentOf(id: string): string | undefined {
  const [, rest] = CHILD.exec(key(id) === "/" ? "" : id.replace(/\/+$/, "")) ?? [];
  if (rest === undefined) return undefined;
  const [, scope] = PROVIDERS.exec(rest) ?? [];
  return (scope ?? rest) || undefined;
}

/** `Microsoft.Network/virtualNetworks/subnets`, of whatever lies in a subscription. */
export function armType(id: string): string | undefined {
  return parseArmId(id)?.type;
}

/** The name that an id ends with. */
export function lastName(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

const SUBSCRIPTION = /^\/subscriptions\/([^/]+)/i;

export function subscriptionOf(id: string): string | undefined {
  return SUBSCRIPTION.exec(id)?.[1];
}

const MANAGEMENT_GROUP = /^\/providers\/Microsoft\.Management\/managementGroups\/([^/]+)$/i;

export function managementGroupOf(id: string): string | undefined {
  return MANAGEMENT_GROUP.exec(id)?.[1];
}

/** A scope as it is answered with: without a slash at its end, and that of a group in azurerm's case of the segments. */
export function canonicalScope(id: string): string {
  return id
    .replace(/(?<=.)\/+$/, "")
    .replace(/^\/subscriptions\/([^/]+)\/resourcegroups\/([^/]+)$/i, "/subscriptions/$1/resourceGroups/$2");
}
