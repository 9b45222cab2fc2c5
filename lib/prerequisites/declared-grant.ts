import type { DeclaredRole, StackText } from "../model/declared-role";
import { readLinked } from "../model/link";
import type { Model } from "../model/model";
import { roleGuid } from "../model/scope";
import { literalEnd, type Value } from "../model/value";
import type { Grant } from "./grant";
import { placeOf } from "./place-of";
import { subscriptionOfStack } from "./subscription";

/** What a declared role is to the stack that is deployed with it. */
export function declaredGrant(
  model: Model,
  stack: string,
  { role, scope, limit: declared }: DeclaredRole,
): Grant {
  const { principalIds, ...known } = declared ?? {};
  const read = (text: StackText) => readText(model, text);
  const limit = {
    ...known,
    ...(principalIds ? { principals: principalIds.map(read) } : {}),
  };
  return {
    role: "guid" in role ? { id: role.guid } : referredRole(read(role.reference)),
    place: scope ? placeOf(model, read(scope)) : subscriptionOfStack(model, stack),
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
