import type { Entry } from "../model/entry";
import type { Model } from "../model/model";
import { remembered } from "../model/remembered";
import type { Value } from "../model/value";
import { azapiIdentities } from "./azapi-identities";
import { azapiOperations } from "./azapi-operations";
import type { Asked, OperationKind, Requester } from "./operation";
import type { Place } from "./place";
import { placeOf, placeOfEntry } from "./place-of";
import { placeholder } from "./placeholder";
import { providerBlock } from "./provider-block";

const ATTACHED = "linked:userAssignedIdentities";
const DETACHED = "linked:detachedIdentities";

/** What azapi asks of Azure for one element; `undefined` where it is not known. */
export function azapiRequester(model: Model, entry: Entry): Requester | undefined {
  const operations = azapiOperations(model, entry);
  if (!operations) return undefined;
  const place = placeOfEntry(model, entry);
  const { attached, detached } = azapiIdentities(model, entry);
  const phase = entry.values.when === "destroy" ? "delete" : "create";
  const kinds = [
    ...operations,
    ...(attached?.length === 0 ? [] : [attaching(phase, attached !== undefined)]),
    ...(detached.length === 0 ? [] : [detaching(phase)]),
    ...registering(model, entry, operations),
  ];
  const placesOf = (values: readonly Value[]) => values.map((value) => placeOf(model, value));
  const places: Readonly<Record<string, readonly Place[]>> = {
    self: [place],
    resourceGroup: [place.slice(0, 4)],
    subscription: [place.slice(0, 2)],
    [ATTACHED]: attached ? placesOf(attached) : [unknownPlace(entry)],
    [DETACHED]: placesOf(detached),
  };
  const asked = sharedIn(model, {
    type: entry.type,
    kinds,
    scopes: [...new Set(kinds.map(({ scope }) => scope))],
  });
  return { subject: entry, asked, places: asked.scopes.map((scope) => places[scope] ?? []) };
}

const ASSIGN = {
  action: "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action",
  isData: false,
} as const;

function attaching(phase: OperationKind["phase"], isKnown: boolean): OperationKind {
  const certainty = isKnown
    ? ({ certainty: "always" } as const)
    : ({ certainty: "conditional", when: "its identity names any" } as const);
  return { ...ASSIGN, ...certainty, phase, why: "attaches an identity", scope: ATTACHED };
}

/** Azure's guides ask for no role at the identity, and its command line for one. */
function detaching(phase: OperationKind["phase"]): OperationKind {
  const when = "Azure is not known to check it";
  return { ...ASSIGN, certainty: "uncertain", when, phase, why: "takes an identity away", scope: DETACHED };
}

/** azapi registers the resource provider of what it makes when Azure answers that it is not registered. */
function registering(model: Model, entry: Entry, operations: readonly OperationKind[]): OperationKind[] {
  const { skip_provider_registration: skip } = providerBlock(
    model,
    entry.stack,
    entry.values.provider,
    "azapi",
  );
  const created = operations.find(({ action }) => action.endsWith("/write"));
  if (entry.isData || entry.type !== "azapi_resource" || !created || skip === true || skip === "true")
    return [];
  const namespace = created.action.slice(0, created.action.indexOf("/"));
  return [
    {
      phase: "create",
      action: `${namespace}/register/action`,
      isData: false,
      certainty: "conditional",
      why: "registers its resource provider",
      when: "its resource provider is not registered in the subscription",
      scope: "subscription",
    },
  ];
}

function unknownPlace({ stack, address }: Entry): Place {
  return [placeholder(stack, `identities of ${address}`)];
}

/** One object for all that ask for the same. */
function sharedIn(model: Model, asked: Asked): Asked {
  const key = JSON.stringify(asked);
  const found = known(model).get(key) ?? asked;
  known(model).set(key, found);
  return found;
}

const known = remembered((_: Model) => new Map<string, Asked>());
