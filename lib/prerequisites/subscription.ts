import { isGuid } from "../model/arm-id";
import { readLinked } from "../model/link";
import { follow, type Model } from "../model/model";
import { rememberedIn } from "../model/remembered";
import type { Block } from "../model/terraform-json";
import { literalText, type Value } from "../model/value";
import type { Place } from "./place";
import { placeholder, segmentOf } from "./placeholder";
import { providerBlock } from "./provider-block";

/** The subscription of a block of the provider or of the backend; that of the stack where it names none. */
export function subscriptionIn(model: Model, stack: string, { subscription_id: raw }: Block): Place {
  const given = readLinked(raw, stack, model.links);
  return given ? placeOfGiven(model, given) : ownPlace(model, stack);
}

const placeOfGiven = rememberedIn((model, given: Value): Place => {
  const text = literalText(follow(model, given));
  return ["subscriptions", text !== undefined && isGuid(text) ? text.toLowerCase() : segmentOf(model, given)];
});

const ownPlace = rememberedIn((_, stack: string): Place => ["subscriptions", ownSubscription(stack)]);

/** The subscription that the block of the provider without an alias names, or else that of the stack. */
export const subscriptionOfStack = rememberedIn(
  (model, stack: string): Place => subscriptionIn(model, stack, providerBlock(model, stack)),
);

/** What stands for the subscription of a stack whose provider names none: it comes from the environment. */
export function ownSubscription(stack: string): string {
  return placeholder(stack, `subscription of ${stack}`);
}
