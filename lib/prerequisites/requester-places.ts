import type { Model } from "../model/model";
import { linkedPlaces } from "./linked-places";
import type { EntryRequester, Requester, Source } from "./operation";
import { placeAt } from "./own-places";
import type { Place } from "./place";
import { placeholder } from "./placeholder";

/** For each scope of what is asked the places that it means. */
export function placesOf(model: Model, requester: Requester): readonly (readonly Place[])[] {
  return "places" in requester
    ? requester.places
    : requester.sources.map((source) => placesFrom(model, requester, source));
}

function placesFrom(model: Model, { subject }: EntryRequester, { scope, link }: Source): readonly Place[] {
  if (!link) return [placeAt(model, subject, scope)];
  const { stack, address } = subject;
  return linkedPlaces(model, subject, link) ?? [[placeholder(stack, `${link.name} of ${address}`)]];
}
