import type { Place } from "../../prerequisites/place";

/** A place as the path of a request. */
export function scopeId(place: Place): string {
  return `/${place.map(encodeURIComponent).join("/")}`;
}
