import { armTypeOf } from "../azure/arm-types";
import type { OperationRow } from "../azure/operation-rows";
import type { Entry } from "../model/entry";
import { readLinked } from "../model/link";
import type { Model } from "../model/model";
import { linkedPlaces } from "./linked-places";
import type { Place } from "./place";
import { groupOf, placeOfEntry, subscriptionOf } from "./place-of";
import { placeholder, segmentOf } from "./placeholder";
import { argumentAt } from "./provider-block";

/**
 * Where Azure checks a row of the table for an entry: nowhere, where the entry names no resource that it is about.
 * `undefined` where Terraform alone knows. What is there already is asked for at its own place, whatever the table says.
 */
export function placesOfRow(model: Model, entry: Entry, row: OperationRow): Place[] | undefined {
  const { scope, phase, action } = row;
  if (scope === "subscription") return [subscriptionOf(model, entry)];
  if (scope === "osDisk") return [diskOf(model, entry)];
  if (scope.startsWith("linked:")) {
    const isOwn = scope === "linked:virtual_network" && action.includes("/subnets/") && phase !== "create";
    return isOwn ? [placeOfEntry(model, entry)] : linkedPlaces(model, entry, row);
  }
  const isOwn = action.startsWith(`${armTypeOf(entry.type)}/`) && phase !== "create";
  if (scope !== "self" && !isOwn) return [groupOf(model, entry)];
  return [placeOfEntry(model, entry)];
}

/** The OS disk is in the group of its machine, by a name that Azure chooses where none is given. */
export function diskOf(model: Model, entry: Entry): Place {
  const name = readLinked(argumentAt(entry.values, ["os_disk", "name"]), entry.stack, model.links);
  const own = placeholder(entry.stack, `OS disk of ${entry.address}`);
  return [
    ...groupOf(model, entry),
    "providers",
    "Microsoft.Compute",
    "disks",
    name ? segmentOf(model, name) : own,
  ];
}
