import { entryOf, type Model } from "../../model/model";
import type { Value } from "../../model/value";
import { isManagementGroup, type Place, placeKey } from "../../prerequisites/place";
import { placeOf } from "../../prerequisites/place-of";
import { showPlaceholders } from "../../prerequisites/placeholder";
import { nameOf, showScope } from "../access";
import type { NodeDraft } from "./node-draft";

/** The scope of a role: one node, however its id is written. */
export function scopeNode(model: Model, scope: Value): NodeDraft {
  const place = placeOf(model, scope);
  const entry = scope.kind === "reference" && scope.attribute === "id" ? entryOf(model, scope) : undefined;
  const element = entry ? { path: entry.path, stack: entry.stack } : {};
  const detail = typeOf(place) ?? entry?.type;
  return {
    key: `scope|${placeKey(place)}`,
    kind: "scope",
    name: (entry && nameOf(model, entry)) ?? nameIn(place),
    text: showScope(model, scope),
    ...(detail === undefined ? {} : { detail }),
    ...element,
    within: within(place),
  };
}

function nameIn(place: Place): string {
  if (place.length === 0) return "/";
  return showPlaceholders(place.at(-1) ?? "");
}

/** What a scope is, as far as its id tells. */
function typeOf(place: Place): string | undefined {
  if (place.length === 0) return "tenant";
  if (isManagementGroup(place) && place.length === 3 + 1) return "management group";
  if (isInSubscription(place) && place.length === 2) return "subscription";
  if (isInGroup(place) && place.length === 4) return "resource group";
  const [namespace, ...pairs] = place.slice(lastProviders(place) + 1);
  if (lastProviders(place) < 0 || namespace === undefined) return undefined;
  return [namespace, ...pairs.filter((_, at) => at % 2 === 0)].join("/");
}

/** Names of the subscription and of the resource group that a place is or is in. */
function within(place: Place): string[] {
  if (!isInSubscription(place)) return [];
  return [place[1], ...(isInGroup(place) ? [place[3]] : [])].map((name = "") => showPlaceholders(name));
}

function isInSubscription(place: Place): boolean {
  return place[0]?.toLowerCase() === "subscriptions" && place.length > 1;
}

function isInGroup(place: Place): boolean {
  return isInSubscription(place) && place[2]?.toLowerCase() === "resourcegroups" && place.length > 3;
}

function lastProviders(place: Place): number {
  return place.map((segment) => segment.toLowerCase()).lastIndexOf("providers");
}
