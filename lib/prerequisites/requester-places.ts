import type { Model } from "../model/model";
import { remembered } from "../model/remembered";
import type { Requester } from "./operation";
import { idAt, placeAt } from "./own-places";
import { type Place, showPlace } from "./place";

/** The places that a scope of what is asked means, by its position. */
export function placesAt(model: Model, { asked, places, entry }: Requester, at: number): readonly Place[] {
  const scope = asked.scopes[at];
  if (!entry || scope === undefined) return places[at] ?? [];
  return places[at] ?? [placeAt(model, entry, scope)];
}

/** The ids of them, without the work of taking a resource's own place apart. */
export function idsAt(model: Model, { asked, places, entry }: Requester, at: number): readonly string[] {
  const scope = asked.scopes[at];
  const linked = places[at];
  if (linked) return idsOf(linked);
  return entry && scope !== undefined ? [idAt(model, entry, scope)] : [];
}

/** Resources that name the same one share the list of its place. */
const idsOf = remembered((places: readonly Place[]): readonly string[] => places.map(showPlace));
