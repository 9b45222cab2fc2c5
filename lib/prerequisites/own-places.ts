import type { Entry } from "../model/entry";
import { readLinked } from "../model/link";
import type { Model } from "../model/model";
import { valuesAt } from "./argument-values";
import type { Place } from "./place";
import { groupOf, placeOfEntry, subscriptionOf } from "./place-of";
import { placeholder, segmentOf } from "./placeholder";

/** Where Azure checks what is about an entry itself. */
export function placeAt(model: Model, entry: Entry, scope: string): Place {
  switch (scope) {
    case "subscription":
      return subscriptionOf(model, entry);
    case "resourceGroup":
      return groupOf(model, entry);
    case "osDisk":
      return diskOf(model, entry);
    default:
      return placeOfEntry(model, entry);
  }
}

const DISK_NAME = ["os_disk", "name"];

/** The OS disk is in the group of its machine, by a name that Azure chooses where none is given. */
export function diskOf(model: Model, entry: Entry): Place {
  const [raw] = valuesAt(entry.values, DISK_NAME) ?? [];
  const given = readLinked(raw, entry.stack, model.links);
  const name = given ? segmentOf(model, given) : placeholder(entry.stack, `OS disk of ${entry.address}`);
  return groupOf(model, entry).concat("providers", "Microsoft.Compute", "disks", name);
}
