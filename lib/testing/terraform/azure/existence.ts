import { parseArmId } from "../../../model/arm-id";
import { refuse } from "./refuse";
import type { Azure } from "./store/azure";
import { armType, lastName, parentOf, subscriptionOf } from "./store/ids";

/** What an id lies in has to exist, from the outermost. @throws Refusal */
export function requireParents(azure: Azure, id: string): void {
  const parent = parentOf(id);
  if (parent === undefined) return;
  requireParents(azure, parent);
  if (azure.exists(parent)) return;
  const subscription = subscriptionOf(parent);
  if (subscription && parentOf(parent) === undefined) {
    refuse(404, "SubscriptionNotFound", `The subscription '${subscription}' could not be found.`);
  }
  refuseMissing(parent, () =>
    refuse(
      404,
      "ParentResourceNotFound",
      `Failed to perform 'write' on resource(s) of type '${armType(id)}', because the parent resource '${parent}' could not be found.`,
    ),
  );
}

/** A scope has to exist. @throws Refusal */
export function requireScope(azure: Azure, scope: string): void {
  if (scope !== "/" && !/^\/(?:subscriptions|providers)\//i.test(scope)) {
    refuse(
      404,
      "MissingSubscription",
      "The request did not have a subscription or a valid tenant level resource provider.",
    );
  }
  requireParents(azure, scope);
  if (azure.exists(scope)) return;
  const subscription = subscriptionOf(scope);
  if (subscription && parentOf(scope) === undefined) {
    refuse(404, "SubscriptionNotFound", `The subscription '${subscription}' could not be found.`);
  }
  refuseMissing(scope, () =>
    refuse(
      404,
      "ResourceNotFound",
      `The Resource '${typeAndName(scope)}' under resource group '${parseArmId(scope)?.resourceGroupName ?? "<null>"}' was not found.`,
    ),
  );
}

/** What a resource refers to has to exist; an id that is none is for the service to judge. @throws Refusal */
export function requireReferred(azure: Azure, id: string, referred: string): void {
  if (parseArmId(referred) === undefined || azure.exists(referred)) return;
  refuse(
    400,
    "InvalidResourceReference",
    `Resource ${referred} referenced by resource ${id} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.`,
  );
}

function refuseMissing(id: string, otherwise: () => never): never {
  const parsed = parseArmId(id);
  if (parsed?.resourceGroupName !== undefined && parsed.type === undefined) {
    refuse(404, "ResourceGroupNotFound", `Resource group '${lastName(id)}' could not be found.`);
  }
  return otherwise();
}

/** Management groups lie in no subscription. */
function typeAndName(id: string): string {
  const { type, names } = parseArmId(id) ?? {};
  return type && names ? `${type}/${names.join("/")}` : id.replace(/^\/providers\/|\/$/gi, "");
}
