import type { DeclaredRole, StackText } from "../model/declared-role";
import { readLinked } from "../model/link";
import type { Model } from "../model/model";
import { roleGuid } from "../model/scope";
import { literalEnd, type Value } from "../model/value";
import type { Grant } from "./grant";
import { type Place, placeKey } from "./place";
import { placeOf } from "./place-of";
import { subscriptionOfStack } from "./subscription";

/** What the declared roles are to the stack that is deployed with them. */
export function declaredGrants(model: Model, stack: string, declared: readonly DeclaredRole[]): Grant[] {
  return declared.flatMap((one) => {
    const grant = grantOf(model, one);
    return placesOf(model, stack, one).map((place) => ({ ...grant, place }));
  });
}

/** One for all stacks of an app that are in one subscription. */
function placesOf(model: Model, stack: string, { scope, subscriptionsOf = [stack] }: DeclaredRole): Place[] {
  if (scope) return [placeOf(model, readText(model, scope))];
  const places = subscriptionsOf.map((path) => subscriptionOfStack(model, path));
  return [...new Map(places.map((place) => [placeKey(place), place])).values()];
}

function grantOf(model: Model, { role, limit: declared }: DeclaredRole): Omit<Grant, "place"> {
  const { principalIds, ...known } = declared ?? {};
  const read = (text: StackText) => readText(model, text);
  const limit = {
    ...known,
    ...(principalIds ? { principals: principalIds.map(read) } : {}),
  };
  return {
    role: "guid" in role ? { id: role.guid } : referredRole(read(role.reference)),
    ...(declared ? { limit } : {}),
  };
}

/** The id of a role may begin with what Terraform alone knows and end with a GUID. */
function referredRole(definition: Value): Grant["role"] {
  const id = roleGuid(literalEnd(definition));
  return id === undefined ? { definition } : { id };
}

function readText({ links }: Model, { stack, text }: StackText): Value {
  return readLinked(text, stack, links) ?? { kind: "literal", value: text };
}
