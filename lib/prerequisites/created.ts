import { VIRTUAL_MACHINE_TYPES } from "../model/host";
import type { Model } from "../model/model";
import { remembered } from "../model/remembered";
import { diskOf } from "./own-places";
import { type Place, placeKey } from "./place";
import { placeOfEntry } from "./place-of";
import { placeholder, replacePlaceholders } from "./placeholder";

/** Keys of the places that each stack makes. */
const createdBy = remembered((model: Model): ReadonlyMap<string, ReadonlySet<string>> => {
  const created = new Map(model.stacks.map(({ path }) => [path, new Set<string>()]));
  for (const entry of model.entries) {
    if (entry.isData || !(entry.type.startsWith("azurerm_") || entry.type === "azapi_resource")) continue;
    created.get(entry.stack)?.add(placeKey(placeOfEntry(model, entry)));
    if (VIRTUAL_MACHINE_TYPES.has(entry.type)) created.get(entry.stack)?.add(placeKey(diskOf(model, entry)));
  }
  return created;
});

/** The highest place, at this one or above it, that a stack makes; `undefined` where all of them are there before. */
export function createdPart(model: Model, stack: string, place: Place): Place | undefined {
  const created = createdBy(model).get(stack);
  if (!created || created.size === 0) return undefined;
  const ofAll = place.some((segment) => segment.includes("[")) ? place.map(withoutIndex) : place;
  for (let length = 1; length <= place.length; length++) {
    if (created.has(placeKey(ofAll.slice(0, length)))) return place.slice(0, length);
  }
  return undefined;
}

/** One of those that `count` or `for_each` makes is made with all of them. */
function withoutIndex(segment: string): string {
  return replacePlaceholders(segment, (name, stack) =>
    placeholder(stack, /^(\w+\.[\w-]+)\[.*$/s.exec(name)?.[1] ?? name),
  );
}

/** The nearest place that is there before a stack is applied: a role can be held there when it is. */
export function existingPlace(model: Model, stack: string, place: Place): Place {
  const places = existingIn(model);
  const byPlace = places.get(stack) ?? new Map<Place, Place>();
  places.set(stack, byPlace);
  const known = byPlace.get(place);
  if (known) return known;
  const created = createdPart(model, stack, place);
  const existing = created ? above(created) : place;
  byPlace.set(place, existing);
  return existing;
}

const existingIn = remembered((_: Model) => new Map<string, Map<Place, Place>>());

const RESOURCE = 8;

/** A group is in a subscription, a resource in a group and a child in its resource. */
function above(place: Place): Place {
  if (place.length > RESOURCE) return place.slice(0, -2);
  if (place.length === RESOURCE) return place.slice(0, 4);
  return place.slice(0, place.length === 4 ? 2 : -1);
}
