import type { Model } from "../model/model";
import { remembered } from "../model/remembered";
import { visitTexts } from "../model/texts";
import type { Grant } from "./grant";
import type { Place } from "./place";
import { isKnown } from "./placeholder";
import { subscriptionOfStack } from "./subscription";

/** Reads places as they are but for the subscription of a stack whose provider does not say it, which is what all else agrees on. */
export interface Agreement {
  settle(place: Place): Place;
  /** The place as a stack says it, where its own subscription is the one that the place is in. */
  unsettle(place: Place, stack: string): Place;
  /** Why a place is not settled: the subscriptions that are meant; `undefined` where there is no disagreement. */
  disagreement(place: Place): string | undefined;
}

/**
 * Where the provider of a stack names no subscription, or one that only Terraform knows, it is the one that the literal
 * ids of the stack and the places of the grants agree on.
 */
export function agreementOn(model: Model, grants: readonly Grant[]): Agreement {
  const granted = grants.flatMap(({ place }) => subscriptionIn(place) ?? []);
  const meant = new Map(
    literalSubscriptions(model).flatMap(({ stack, ids }) => {
      const [, own = ""] = subscriptionOfStack(model, stack);
      return isKnown(own) ? [] : [[own, [...new Set([...ids, ...granted])]] as const];
    }),
  );
  const agreed = (placeholder = "") => {
    const [only, ...others] = meant.get(placeholder) ?? [];
    return others.length === 0 ? only : undefined;
  };
  return {
    settle: (place) => {
      const only = agreed(place[1]);
      return only === undefined ? place : [place[0] ?? "", only, ...place.slice(2)];
    },
    unsettle: (place, stack) => {
      const [, own = ""] = subscriptionOfStack(model, stack);
      const isOwn = agreed(own) !== undefined && agreed(own) === subscriptionIn(place);
      return isOwn ? ["subscriptions", own, ...place.slice(2)] : place;
    },
    disagreement: (place) => {
      const ids = meant.get(place[1] ?? "") ?? [];
      return ids.length < 2
        ? undefined
        : `the provider does not say which subscription, and ids and scopes are of several: ${ids.join(", ")}`;
    },
  };
}

function subscriptionIn(place: Place): string | undefined {
  const [first, id] = place;
  return first?.toLowerCase() === "subscriptions" && id && isKnown(id) ? id.toLowerCase() : undefined;
}

const SUBSCRIPTION = /\/subscriptions\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=$|\/|\$)/gi;

const literalSubscriptions = remembered((model: Model) =>
  model.stacks.map(({ path, json }) => {
    const ids = new Set<string>();
    visitTexts(json, (text) => {
      for (const [, id = ""] of text.matchAll(SUBSCRIPTION)) ids.add(id.toLowerCase());
    });
    return { stack: path, ids };
  }),
);
