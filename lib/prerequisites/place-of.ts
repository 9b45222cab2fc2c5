import { armTypeOf } from "../azure/arm-types";
import type { Entry } from "../model/entry";
import { argument, entryOf, follow, type Model } from "../model/model";
import { remembered, rememberedIn } from "../model/remembered";
import { type Reference, showValue, type Value } from "../model/value";
import { azapiType } from "./azapi-request";
import type { Place } from "./place";
import { placeholder, segmentOf } from "./placeholder";
import { providerBlock } from "./provider-block";
import { subscriptionIn, subscriptionOfStack } from "./subscription";

/** The place that an id means: written out, of something that the app makes or looks up, or of both in parts. */
export function placeOf(model: Model, value: Value): Place {
  return (value.kind === "reference" && placeOfId(model, value)) || placeOfText(model, value);
}

const placeOfText = rememberedIn((model, value: Value): Place => {
  const given = follow(model, value) ?? value;
  const [first, ...rest] = given.kind === "template" ? given.parts : [given];
  const start = first?.kind === "reference" ? placeOfId(model, first) : undefined;
  const text = (parts: readonly Value[]) => parts.map((part) => textOf(model, part)).join("");
  if (start) return rest.length === 0 ? start : [...start, ...segments(text(rest))];
  const id = text(first ? [first, ...rest] : rest);
  return id.startsWith("/") || id.startsWith("${") ? segments(id) : [placeholder("", id)];
});

/** The place of a resource that the app makes or looks up. */
export const placeOfEntry = rememberedIn((model, entry: Entry): Place => {
  const { type, isData } = entry;
  const name = nameOf(model, entry, "name");
  if (type === "azurerm_subscription") return isData ? subscriptionOf(model, entry) : [unknownId(entry)];
  if (type === "azurerm_management_group")
    return ["providers", "Microsoft.Management", "managementGroups", name];
  if (type === "azurerm_resource_group") return groupPlace(subscriptionOf(model, entry), name);
  if (type === "azurerm_subnet") return [...networkOf(model, entry), "subnets", name];
  if (type.startsWith("azapi_")) return azapiPlace(model, entry, name);
  const parent = parentOf(model, entry);
  if (parent) return [...placeOf(model, parent), ...segments(PARENTS[type]?.segment ?? ""), name];
  const armType = armTypeOf(type);
  if (armType) return groupOf(model, entry).concat(typeSegments(armType), name);
  return entry.values.resource_group_name === undefined
    ? [unknownId(entry)]
    : [...groupOf(model, entry), unknownId(entry)];
});

/** The virtual network that a subnet is in. */
export function networkOf(model: Model, entry: Entry): Place {
  return [...groupOf(model, entry), ...networkSegments(nameOf(model, entry, "virtual_network_name"))];
}

/** The resource group that a resource names, or that of the resource it is in. */
export function groupOf(model: Model, entry: Entry): Place {
  const raw = entry.values.resource_group_name;
  const subscription = subscriptionOf(model, entry);
  if (typeof raw === "string") return groupIn(model, subscription, raw, entry);
  const parent = parentOf(model, entry);
  return parent ? placeOf(model, parent).slice(0, 4) : groupPlace(subscription, unknownId(entry));
}

/** Most resources of a stack are in few groups: each text that names one is read once. */
function groupIn(model: Model, subscription: Place, raw: string, entry: Entry): Place {
  const known = groupsIn(subscription);
  const before = known.get(raw);
  if (before) return before;
  const group = groupPlace(subscription, nameOf(model, entry, "resource_group_name"));
  known.set(raw, group);
  return group;
}

const groupsIn = remembered((_: Place) => new Map<string, Place>());

export function subscriptionOf(model: Model, entry: Entry): Place {
  const { type, isData, values, stack } = entry;
  if (values.provider === undefined && type !== "azurerm_subscription")
    return subscriptionOfStack(model, stack);
  const given = type === "azurerm_subscription" && isData ? values.subscription_id : undefined;
  if (given !== undefined) return subscriptionIn(model, stack, values);
  return subscriptionIn(model, stack, providerBlock(model, stack, values.provider));
}

/** azapi names a resource by its id, or by what it is in with its type and its name. */
function azapiPlace(model: Model, entry: Entry, name: string): Place {
  const id = argument(model, entry, "resource_id");
  if (id) return placeOf(model, id);
  const [parent, type] = [argument(model, entry, "parent_id"), azapiType(model, entry)];
  if (!parent || type === undefined) return [unknownId(entry)];
  const place = placeOf(model, parent);
  const kinds = type.split("/");
  // A resource group is one: its type has that of subscriptions in it.
  if (kinds.length > 2) return [...place, ...kinds.slice(-1), name];
  return [...place, ...typeSegments(type), name];
}

function typeSegments(armType: string): Place {
  const before = knownTypes.get(armType);
  if (before) return before;
  const found = ["providers", ...armType.split("/")];
  knownTypes.set(armType, found);
  return found;
}

const knownTypes = new Map<string, Place>();

/** Resources inside of another one that they name by its id. */
const PARENTS: Readonly<Record<string, { readonly argument: string; readonly segment: string }>> = {
  azurerm_federated_identity_credential: { argument: "parent_id", segment: "federatedIdentityCredentials" },
  azurerm_virtual_machine_run_command: { argument: "virtual_machine_id", segment: "runCommands" },
  azurerm_virtual_machine_extension: { argument: "virtual_machine_id", segment: "extensions" },
  azurerm_key_vault_certificate: { argument: "key_vault_id", segment: "certificates" },
  azurerm_key_vault_key: { argument: "key_vault_id", segment: "keys" },
  azurerm_key_vault_secret: { argument: "key_vault_id", segment: "secrets" },
  azurerm_storage_container: { argument: "storage_account_id", segment: "blobServices/default/containers" },
};

function parentOf(model: Model, entry: Entry): Value | undefined {
  const parent = PARENTS[entry.type];
  return parent && argument(model, entry, parent.argument);
}

function networkSegments(network: string): Place {
  return ["providers", "Microsoft.Network", "virtualNetworks", network];
}

function groupPlace(subscription: Place, name: string): Place {
  return [...subscription, "resourceGroups", name];
}

/** A name as text, or what stands for it. */
function nameOf(model: Model, entry: Entry, name: string): string {
  const raw = entry.values[name];
  if (typeof raw === "string" && !raw.includes("{") && !entry.repeated) return raw;
  const given = argument(model, entry, name);
  return given && !(name === "name" && entry.repeated) ? segmentOf(model, given) : unknownId(entry);
}

const unknownId = remembered(({ stack, address }: Entry) => placeholder(stack, address));

/** What this library exports of an answer under the name `id`. */
const AZAPI_ID = "output.id";
const ID = /^(?:id|resource_manager_id|resource_versionless_id)$/;

function placeOfId(model: Model, reference: Reference): Place | undefined {
  const { attribute } = reference;
  const entry = ID.test(attribute) || attribute === AZAPI_ID ? entryOf(model, reference) : undefined;
  if (!entry || (attribute === AZAPI_ID && !entry.type.startsWith("azapi_"))) return undefined;
  return entry.repeated ? repeatedPlace(model, entry, reference) : placeOfEntry(model, entry);
}

/** One of several is in the place of them all, by a name that only Terraform knows. */
function repeatedPlace(model: Model, entry: Entry, reference: Reference): Place {
  const one = placeholder(entry.stack, showValue({ ...reference, attribute: "" }).slice(2, -1));
  return placeOfEntry(model, entry).map((segment) => (segment === unknownId(entry) ? one : segment));
}

function textOf(model: Model, part: Value): string {
  if (part.kind === "reference" && part.attribute === "subscription_id") {
    const entry = entryOf(model, part);
    if (entry?.isData) return subscriptionOf(model, entry)[1] ?? "";
  }
  return segmentOf(model, part);
}

function segments(id: string): string[] {
  return id.split("/").filter(Boolean);
}
