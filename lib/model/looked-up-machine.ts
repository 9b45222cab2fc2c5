import type { Entry } from "./entry";
import { groupBy } from "./group-by";
import { isMachineType, SCALE_SET_TYPES, VIRTUAL_MACHINE_TYPES } from "./host";
import { argument, follow, type Model } from "./model";
import { remembered } from "./remembered";
import { resourcesOf } from "./resources-of";
import { subscriptionKey } from "./subscription";
import { valueKey } from "./value";

/** Data sources, and the types of what they read. */
const READ_BY: Readonly<Record<string, ReadonlySet<string>>> = {
  azurerm_virtual_machine: VIRTUAL_MACHINE_TYPES,
  azurerm_virtual_machine_scale_set: SCALE_SET_TYPES,
};

/** The machine or scale set of the app that a data source reads; `undefined` where it is another one, or not known which. */
export function lookedUpMachine(model: Model, entry: Entry): Entry | undefined {
  const types = entry.isData ? READ_BY[entry.type] : undefined;
  const key = types && placeOf(model, entry);
  const at = (key && machinesByPlace(model).get(key)) || [];
  const [machine, ...others] = at.filter(({ type }) => types?.has(type));
  return others.length === 0 ? machine : undefined;
}

const machinesByPlace = remembered((model: Model) => {
  return groupBy(resourcesOf(model, isMachineType), (entry) => placeOf(model, entry) ?? "");
});

/** Where a machine is, as its arguments say it; none for one of many. */
function placeOf(model: Model, entry: Entry): string | undefined {
  const [group, name] = ["resource_group_name", "name"].map((of) =>
    follow(model, argument(model, entry, of)),
  );
  if (entry.repeated || !group || !name) return undefined;
  return [subscriptionKey(model, entry), valueKey(group), valueKey(name)].join("|");
}
