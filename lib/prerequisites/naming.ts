import type { Entry } from "../model/entry";
import type { Model } from "../model/model";
import { valuesAt } from "./argument-values";
import { linkedPlaces } from "./linked-places";
import type { Place } from "./place";
import type { Link } from "./scoped-rows";

/** What a link names: what only Terraform knows, no resource, some, or managed images. */
export type Naming = "unknown" | "none" | "some" | "images";

/** Told from how many there are where that is enough: what they are is known to few of those who ask. */
export function namingOf(model: Model, entry: Entry, link: Link): Naming {
  const { values } = entry;
  // Of the arguments that a type can have an entry has few.
  if (link.argument && values[link.argument] === undefined && values.dynamic === undefined) return "none";
  if (link.isCounted) return byCount(valuesAt(values, link.path));
  const places = linkedPlaces(model, entry, link);
  return places?.length && places.every(isImage) ? "images" : byCount(places);
}

function byCount(named: readonly unknown[] | undefined): Naming {
  if (!named) return "unknown";
  return named.length === 0 ? "none" : "some";
}

/** A managed image is another resource than a version of a gallery's. */
function isImage(place: Place): boolean {
  return place.at(-2)?.toLowerCase() === "images" && place.at(-3)?.toLowerCase() === "microsoft.compute";
}
