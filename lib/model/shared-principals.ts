import type { Binding } from "./binding";
import type { Entry } from "./entry";
import { IDENTITY_TYPE } from "./identity";
import { follow, type Model, statedText } from "./model";
import { knownPrincipal, managedIdentityOf } from "./principal";
import { remembered } from "./remembered";
import { sharing } from "./sharing";
import { subscriptionKey } from "./subscription";
import { type Value, valueKey } from "./value";

/**
 * Role assignments whose principal has, or may have, another one. Many principals have a single one: rules that compare
 * assignments look at the others alone.
 */
export const bindingsOfSharedPrincipals = remembered((model: Model): readonly Binding[] =>
  sharing(model.bindings, ({ principal }) => {
    const given = follow(model, principal);
    const identity = managedIdentityOf(model, given);
    return identity && !identity.isData ? identity : given && principalKey(model, given);
  }).flat(),
);

/** The same for two that are one principal: a user-assigned identity that is looked up is the same one however often. */
export function principalKey(model: Model, given: Value): string {
  const principal = knownPrincipal(model, given);
  const entry = managedIdentityOf(model, principal);
  return (isLookedUp(entry) && placeKey(model, entry)) || valueKey(principal);
}

function isLookedUp(entry: Entry | undefined): entry is Entry {
  return entry?.type === IDENTITY_TYPE && entry.isData && !entry.repeated;
}

function placeKey(model: Model, entry: Entry): string | undefined {
  const [group, name] = ["resource_group_name", "name"].map((of) => statedText(model, entry, of));
  if (group === undefined || name === undefined) return undefined;
  return [subscriptionKey(model, entry), group, name].join("|").toLowerCase();
}
