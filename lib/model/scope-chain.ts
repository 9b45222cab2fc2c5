import { isGuid } from "./arm-id";
import type { Entry } from "./entry";
import { argument, entryOf, follow, type Model, statedText } from "./model";
import { rememberedIn } from "./remembered";
import { isScope, normalizeScope } from "./scope";
import { subscriptionKey } from "./subscription";
import { literal, literalStart, literalText, type Reference, type Value, valueKey } from "./value";

const GROUP_TYPE = "azurerm_resource_group";

/**
 * Keys of a scope and of the scopes above it, nearest first; the same key is the same scope. Management groups above a
 * subscription are not among them: no id tells which they are.
 */
export const scopeChain = rememberedIn((model, scope: Value): readonly string[] => {
  const known = knownScope(model, scope);
  if (known !== undefined) return ancestors(known);
  const start = scope.kind === "template" ? literalStart(scope) : "";
  if (start.startsWith("/")) return [valueKey(scope), ...ancestors(wholeSegments(start))];
  const group = groupOf(model, scope);
  const knownGroup = group && knownScope(model, group);
  if (knownGroup !== undefined) return [valueKey(scope), ...ancestors(knownGroup)];
  return [valueKey(scope), ...(group ? [valueKey(group)] : []), "/"];
});

/** The nearest scope, at this one or above it, of which the text is known. */
export function knownPart(model: Model, scope: Value): string {
  return scopeChain(model, scope).find((key) => !key.includes("${")) ?? "/";
}

/** The scope as text, in the form in which scopes are compared, where the app says enough to know it. */
export const knownScope = rememberedIn((model, scope: Value): string | undefined => {
  const text = literalText(follow(model, scope));
  if (text !== undefined) return isScope(text) ? normalizeScope(text) : undefined;
  const entry = entryOfId(model, scope);
  const subscription = entry && subscriptionOf(model, entry);
  if (!entry || !subscription) return undefined;
  if (isLookup(entry)) return subscription;
  const name = statedText(model, entry, "name");
  return entry.type === GROUP_TYPE && name ? groupScope(subscription, name) : undefined;
});

/** The entry whose own id a value is; none for one of many. */
export function entryOfId(model: Model, value: Value): Entry | undefined {
  if (value.kind !== "reference" || value.attribute !== "id") return undefined;
  const entry = entryOf(model, value);
  return entry?.repeated ? undefined : entry;
}

/** The id of the resource group that a resource of the app is in. */
function groupOf(model: Model, scope: Value): Value | undefined {
  const entry = entryOfId(model, scope);
  const group = entry?.type.startsWith("azurerm_") && argument(model, entry, "resource_group_name");
  if (!entry || !group) return undefined;
  if (isGroupName(group)) return { ...group, attribute: "id" };
  const name = literalText(follow(model, group));
  const subscription = subscriptionOf(model, entry);
  return name && subscription ? literal(groupScope(subscription, name)) : undefined;
}

function isGroupName(value: Value): value is Reference {
  if (value.kind !== "reference" || value.attribute !== "name") return false;
  return value.address.replace(/^data\./, "").startsWith(`${GROUP_TYPE}.`);
}

/** The subscription that an element is in, or that it looks up, as a scope. */
function subscriptionOf(model: Model, entry: Entry): string | undefined {
  const given = isLookup(entry) ? argument(model, entry, "subscription_id") : undefined;
  const id = given ? literalText(follow(model, given)) : subscriptionKey(model, entry);
  return id !== undefined && isGuid(id) ? `/subscriptions/${id.toLowerCase()}` : undefined;
}

function isLookup({ type, isData }: Entry): boolean {
  return type === "azurerm_subscription" && isData;
}

function groupScope(subscription: string, name: string): string {
  return normalizeScope(`${subscription}/resourceGroups/${name}`);
}

/** Text before an expression without the last segment, which the expression may go on. */
function wholeSegments(start: string): string {
  return normalizeScope(start.slice(0, start.lastIndexOf("/")) || "/");
}

function ancestors(scope: string): string[] {
  const segments = scope.split("/").slice(1);
  const chain = segments.map((_, at) => `/${segments.slice(0, segments.length - at).join("/")}`);
  return scope === "/" ? ["/"] : [...chain, "/"];
}
