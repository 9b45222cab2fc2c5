import { nearest } from "../azure/nearest";
import { type Entry, ignoresChanges } from "../model/entry";
import { type IdentityPlace, identityPlace } from "../model/identity-place";
import { type Model, statedText } from "../model/model";
import { resourcesOf } from "../model/resources-of";
import { subscriptionKey } from "../model/subscription";
import { showValue } from "../model/value";
import type { Rule } from "./rule";

export const danglingIdentity: Rule = {
  id: "dangling-identity",
  title:
    "an attached identity whose id lies in a resource group that this app makes is one that the app knows",
  why:
    "a former or misspelt name passes the plan, and Azure refuses it at apply, halfway through; others may make " +
    "identities in the group, which is why it is no error",
  source: "Azure, Manage user-assigned managed identities (what is attached has to exist)",
  level: "warning",
  rawLevel: "warning",
  check: (model) => {
    const groups = resourcesOf(model, (type) => type === "azurerm_resource_group");
    if (groups.length === 0) return [];
    const known = knownIdentities(model);
    if (!known) return [];
    return model.hosts.flatMap(({ entry, identityIds = [] }) =>
      identityIds.flatMap((id) => {
        const place = id.kind === "literal" ? identityPlace(model, id) : undefined;
        const group = place && groups.find((each) => isPlaceIn(model, place, each));
        if (!place || !group || known.has(keyOf(place)) || ignoresChanges(entry, "identity")) return [];
        const message =
          `user-assigned identity "${showValue(id)}" lies in the resource group of ${group.path}, and this app has no ` +
          `identity of that name there; allowed is one that exists; ${fixOf(place, known)}, or look it up with ` +
          "UserAssignedIdentity.fromId if others make it";
        return [{ entry, message }];
      }),
    );
  },
};

/** All identities that the app makes or looks up; `undefined` where it has one of which it is not known which. */
function knownIdentities(model: Model): ReadonlyMap<string, Entry> | undefined {
  const known = new Map<string, Entry>();
  for (const { entry } of model.identities) {
    const { stack, address } = entry;
    const place = identityPlace(model, { kind: "reference", stack, address, attribute: "id" });
    if (!place) return undefined;
    known.set(keyOf(place), entry);
  }
  return known;
}

function isPlaceIn(model: Model, place: IdentityPlace, group: Entry): boolean {
  const name = group.repeated ? undefined : statedText(model, group, "name");
  return (
    name?.toLowerCase() === place.resourceGroupName.toLowerCase() &&
    subscriptionKey(model, group) === place.subscription
  );
}

/** Without the subscription: where that of a provider is not known, the identity may be the one that is meant. */
function keyOf({ resourceGroupName, name }: IdentityPlace): string {
  return `${resourceGroupName}/${name}`.toLowerCase();
}

function fixOf(place: IdentityPlace, known: ReadonlyMap<string, Entry>): string {
  const [closest] = nearest(keyOf(place), known.keys(), 1);
  const entry = closest === undefined ? undefined : known.get(closest);
  return entry ? `pass the identity ${entry.path} itself` : "make it in this app and pass it";
}
