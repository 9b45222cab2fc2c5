import type { Model } from "../model/model";
import { remembered } from "../model/remembered";
import { existingPlace } from "./created";
import { type Place, placeKey } from "./place";
import { placeholder, replacePlaceholders } from "./placeholder";
import { ownSubscription } from "./subscription";

/** What stands for the subscription of all stacks whose provider names none: that of the environment. */
export const SUBSCRIPTION_PLACEHOLDER = "subscription";

const SUBSCRIPTION = placeholder("", SUBSCRIPTION_PLACEHOLDER);

/**
 * The nearest place that is there before any of some stacks is applied, as the one who deploys them knows it: one run of
 * them has one environment, so that a subscription that comes from there is the same for all, and a variable of one name.
 */
export function placeBefore(model: Model, stacks: readonly string[], place: Place): Place {
  const before = stacks.reduce((at, stack) => existingPlace(model, stack, seenFrom(model, stack, at)), place);
  const [now, given] = [sharedPlace(model, before), sharedPlace(model, place)];
  return placeKey(now) === placeKey(given) ? now : placeBefore(model, stacks, before);
}

function seenFrom(model: Model, stack: string, place: Place): Place {
  return isOwn(model, place) ? ["subscriptions", ownSubscription(stack), ...place.slice(2)] : place;
}

/** The place as the one who deploys knows it. */
export function sharedPlace(model: Model, place: Place): Place {
  const own = isOwn(model, place) ? ["subscriptions", SUBSCRIPTION, ...place.slice(2)] : place;
  return own.map((segment) =>
    replacePlaceholders(segment, (name, stack) => placeholder(VARIABLE.test(name) ? "" : stack, name)),
  );
}

const VARIABLE = /^var\.[\w-]+$/;

function isOwn(model: Model, [, subscription = ""]: Place): boolean {
  return ownSubscriptions(model).has(subscription);
}

const ownSubscriptions = remembered(
  ({ stacks }: Model) => new Set([SUBSCRIPTION, ...stacks.map(({ path }) => ownSubscription(path))]),
);
