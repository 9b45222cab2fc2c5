import { isGuid } from "../model/arm-id";
import { readLinked } from "../model/link";
import { follow, type Model } from "../model/model";
import type { Block } from "../model/terraform-json";
import { literalText } from "../model/value";
import type { Place } from "./place";
import { placeholder, segmentOf } from "./placeholder";
import { providerBlock } from "./provider-block";

/** The subscription of a block of the provider or of the backend; that of the stack where it names none. */
export function subscriptionIn(model: Model, stack: string, { subscription_id: raw }: Block): Place {
  const given = readLinked(raw, stack, model.links);
  if (!given) return ["subscriptions", ownSubscription(stack)];
  const text = literalText(follow(model, given));
  return ["subscriptions", text !== undefined && isGuid(text) ? text.toLowerCase() : segmentOf(model, given)];
}

/** The subscription that the block of the provider without an alias names, or else that of the stack. */
export function subscriptionOfStack(model: Model, stack: string): Place {
  return subscriptionIn(model, stack, providerBlock(model, stack));
}

/** What stands for the subscription of a stack whose provider names none: it comes from the environment. */
export function ownSubscription(stack: string): string {
  return placeholder(stack, `subscription of ${stack}`);
}
