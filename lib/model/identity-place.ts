import { canonicalIdentityId, parseArmId } from "./arm-id";
import { IDENTITY_TYPE } from "./identity";
import { entryOf, follow, type Model, statedText } from "./model";
import { subscriptionKey } from "./subscription";
import { literalText, type Value, valueKey } from "./value";

/** Where a user-assigned identity is, and how it is called there. */
export interface IdentityPlace {
  /** As {@link subscriptionKey} has it. */
  readonly subscription: string;
  readonly resourceGroupName: string;
  readonly name: string;
}

/** The place of the identity that an id means, written out or of one that the app makes or looks up. */
export function identityPlace(model: Model, id: Value | undefined): IdentityPlace | undefined {
  const given = follow(model, id);
  if (given?.kind === "literal") return placeInId(literalText(given) ?? "");
  const entry = given?.kind === "reference" && given.attribute === "id" ? entryOf(model, given) : undefined;
  if (entry?.type !== IDENTITY_TYPE || entry.repeated) return undefined;
  const [resourceGroupName, name] = ["resource_group_name", "name"].map((of) => statedText(model, entry, of));
  if (resourceGroupName === undefined || name === undefined) return undefined;
  return { subscription: subscriptionKey(model, entry), resourceGroupName, name };
}

/** Two ids with the same key mean the same identity. */
export function identityKey(model: Model, id: Value): string {
  const place = identityPlace(model, id);
  if (place) return [place.subscription, place.resourceGroupName, place.name].join("|").toLowerCase();
  return valueKey(follow(model, id) ?? id);
}

function placeInId(id: string): IdentityPlace | undefined {
  const { subscriptionId, resourceGroupName, names = [] } = parseArmId(canonicalIdentityId(id) ?? "") ?? {};
  const [name] = names;
  if (subscriptionId === undefined || resourceGroupName === undefined || name === undefined) return undefined;
  return { subscription: subscriptionId.toLowerCase(), resourceGroupName, name };
}
