import type { Entry } from "../model/entry";
import { groupBy } from "../model/group-by";
import { readLinked } from "../model/link";
import { argument, entryOf, type Model } from "../model/model";
import { remembered } from "../model/remembered";
import { valuesAt } from "./argument-values";
import type { Place } from "./place";
import { networkOf, placeOf } from "./place-of";
import type { Link } from "./scoped-rows";

/** Associations by the argument that names what they are of, and the one that names what they add to it. */
const ASSOCIATIONS: Readonly<Record<string, readonly [of: string, added: string]>> = {
  azurerm_network_interface_security_group_association: ["network_interface_id", "network_security_group_id"],
  azurerm_subnet_network_security_group_association: ["subnet_id", "network_security_group_id"],
};

/**
 * Places of the other resources that an entry names by a link, in an argument or as others add them; `undefined` where
 * Terraform alone knows which they are.
 */
export function linkedPlaces(model: Model, entry: Entry, { name, path }: Link): readonly Place[] | undefined {
  if (name === "virtual_network") return [networkOf(model, entry)];
  if (name === "nic.public_ip") return addressesOf(model, entry);
  if (ASSOCIATIONS[name]) return associated(model).get(name)?.get(entry) ?? NOWHERE;
  return placesAt(model, entry, path);
}

const NOWHERE: readonly Place[] = [];

function placesAt(
  model: Model,
  { stack, values }: Entry,
  path: readonly string[],
): readonly Place[] | undefined {
  return valuesAt(values, path)?.flatMap((raw) => {
    const value = readLinked(raw, stack, model.links);
    return value ? [placeOf(model, value)] : [];
  });
}

const INTERFACES = ["network_interface_ids"];
const ADDRESS = ["ip_configuration", "public_ip_address_id"];

/** Public addresses of the network interfaces of a machine that the app makes. */
function addressesOf(model: Model, { stack, values }: Entry): readonly Place[] {
  const ids = valuesAt(values, INTERFACES) ?? [];
  return ids.flatMap((raw) => {
    const value = readLinked(raw, stack, model.links);
    const nic = value?.kind === "reference" ? entryOf(model, value) : undefined;
    return (nic && placesAt(model, nic, ADDRESS)) ?? NOWHERE;
  });
}

/** What associations of each type add to entries. */
const associated = remembered((model: Model) => {
  const byType = groupBy(
    model.entries.filter(({ type, isData }) => !isData && ASSOCIATIONS[type]),
    ({ type }) => type,
  );
  return new Map([...byType].map(([type, associations]) => [type, addedBy(model, type, associations)]));
});

function addedBy(model: Model, type: string, associations: readonly Entry[]): Map<Entry, readonly Place[]> {
  const [of = "", added = ""] = ASSOCIATIONS[type] ?? [];
  const places = new Map<Entry, readonly Place[]>();
  for (const association of associations) {
    const target = argument(model, association, of);
    const entry = target?.kind === "reference" ? entryOf(model, target) : undefined;
    const more = placesAt(model, association, [added]) ?? [];
    if (entry) places.set(entry, [...(places.get(entry) ?? []), ...more]);
  }
  return places;
}
