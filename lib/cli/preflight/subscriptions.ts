import { isGuid } from "../../model/arm-id";
import type { Model } from "../../model/model";
import type { Place } from "../../prerequisites/place";
import { isKnown } from "../../prerequisites/placeholder";
import { ownSubscription, subscriptionOfStack } from "../../prerequisites/subscription";
import { Failure } from "../failure";
import type { Io } from "../io";

/** Puts the subscription into a place that lies in that of a stack whose provider does not say which it is. */
export type Settle = (place: Place) => Place;

/** Which azurerm reads, and which the SDKs of Azure do. */
const VARIABLES = ["ARM_SUBSCRIPTION_ID", "AZURE_SUBSCRIPTION_ID"];

/**
 * @param given what the command was told: for all stacks whose provider does not say it in their JSON; the environment
 *   counts, as for azurerm, where the provider says nothing at all
 * @throws Failure when one is no GUID
 */
export function settleSubscriptions(model: Model, given: string | undefined, env: Io["env"]): Settle {
  const variable = VARIABLES.find((name) => env[name]);
  const told = given === undefined ? undefined : checked(given, "--subscription");
  const found = told ?? (variable && checked(env[variable] ?? "", variable));
  const meant = new Map<string, string>();
  for (const { path } of model.stacks) {
    const [, own = ""] = subscriptionOfStack(model, path);
    if (isKnown(own)) continue;
    const subscription = own === ownSubscription(path) ? found : told;
    if (subscription) meant.set(own, subscription);
  }
  return (place) => {
    const [first = "", id = "", ...rest] = place;
    const subscription = meant.get(id);
    return subscription === undefined ? place : [first, subscription, ...rest];
  };
}

function checked(id: string, from: string): string {
  if (!isGuid(id)) throw new Failure(`${from} is "${id}"; allowed is the GUID of a subscription`);
  return id.toLowerCase();
}
