import { isKnown, showPlaceholders } from "./placeholder";

/**
 * A scope as the segments of its id, beginning at the tenant, which has none. A segment with `${` in it is known to
 * Terraform alone; as the last one it may stand for several.
 */
export type Place = readonly string[];

/** The same for places that Azure takes for the same. */
export function placeKey(place: Place): string {
  return place.join("/").toLowerCase();
}

/** Whether a place lies at another one or below it; `unknown` where only Terraform or Azure can tell. */
export function liesIn(place: Place, ancestor: Place): "yes" | "no" | "unknown" {
  for (const [at, segment] of ancestor.entries()) {
    const other = place[at];
    if (other === undefined) return "no";
    if (other === segment || other.toLowerCase() === segment.toLowerCase()) continue;
    if (!isKnown(segment) || !isKnown(other)) return "unknown";
    return isManagementGroup(ancestor) && isBelowGroups(place) ? "unknown" : "no";
  }
  return "yes";
}

/** No id tells which management groups are above a subscription, or above another management group. */
function isBelowGroups(place: Place): boolean {
  return place[0]?.toLowerCase() === "subscriptions" || isManagementGroup(place);
}

export function isManagementGroup([, namespace, type]: Place): boolean {
  return `${namespace}/${type}`.toLowerCase() === "microsoft.management/managementgroups";
}

/** The place as an id, in which what is not known is in angle brackets. */
export function showPlace(place: Place): string {
  return showPlaceholders(`/${place.join("/")}`);
}
