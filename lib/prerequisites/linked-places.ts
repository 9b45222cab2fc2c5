import type { OperationRow } from "../azure/operation-rows";
import type { Entry } from "../model/entry";
import { groupBy } from "../model/group-by";
import { readLinked } from "../model/link";
import { argument, entryOf, type Model } from "../model/model";
import { remembered, rememberedIn } from "../model/remembered";
import type { Value } from "../model/value";
import { valuesAt } from "./argument-values";
import type { Place } from "./place";
import { networkOf, placeOf } from "./place-of";

/** Associations by the argument that names what they are of, and the one that names what they add to it. */
const ASSOCIATIONS: Readonly<Record<string, readonly [of: string, added: string]>> = {
  azurerm_network_interface_security_group_association: ["network_interface_id", "network_security_group_id"],
  azurerm_subnet_network_security_group_association: ["subnet_id", "network_security_group_id"],
};

/**
 * Places of the other resources that a row of the table is about, as an entry names them; `undefined` where Terraform
 * alone knows which they are.
 */
export function linkedPlaces(model: Model, entry: Entry, { scope }: OperationRow): Place[] | undefined {
  const link = scope.slice("linked:".length);
  if (link === "virtual_network") return [networkOf(model, entry)];
  if (link === "nic.public_ip") return addressesOf(model, entry);
  if (ASSOCIATIONS[link]) return addedTo(model, entry, link);
  if (link.startsWith("scope + "))
    return [...(at(model, entry, "scope") ?? []), ...assignableAt(model, entry)];
  return at(model, entry, link);
}

function at(model: Model, entry: Entry, path: string): Place[] | undefined {
  return valuesAt(entry.values, path)?.flatMap((raw) => {
    const value = readLinked(raw, entry.stack, model.links);
    return value ? [placeOf(model, value)] : [];
  });
}

/** Public addresses of the network interfaces of a machine that the app makes. */
function addressesOf(model: Model, entry: Entry): Place[] {
  const ids = valuesAt(entry.values, "network_interface_ids") ?? [];
  return ids.flatMap((raw) => {
    const value = readLinked(raw, entry.stack, model.links);
    const nic = value?.kind === "reference" ? entryOf(model, value) : undefined;
    return (nic && at(model, nic, "ip_configuration.public_ip_address_id")) ?? [];
  });
}

function addedTo(model: Model, entry: Entry, type: string): Place[] {
  const [of = "", added = ""] = ASSOCIATIONS[type] ?? [];
  return (associationsOf(model).get(type) ?? []).flatMap((association) => {
    const target = argument(model, association, of);
    if (target?.kind !== "reference" || entryOf(model, target) !== entry) return [];
    return at(model, association, added) ?? [];
  });
}

const associationsOf = remembered(({ entries }: Model) =>
  groupBy(
    entries.filter(({ type, isData }) => !isData && ASSOCIATIONS[type]),
    ({ type }) => type,
  ),
);

const definitionsOf = remembered(
  ({ roleDefinitions }: Model) =>
    new Map(roleDefinitions.map((definition) => [definition.entry, definition])),
);

const assignableAt = rememberedIn((model, entry: Entry): Place[] =>
  (definitionsOf(model).get(entry)?.assignableScopes ?? []).map((scope: Value) => placeOf(model, scope)),
);
