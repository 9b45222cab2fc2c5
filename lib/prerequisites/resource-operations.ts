import type { Entry } from "../model/entry";
import type { Model } from "../model/model";
import { type AskedWith, askedWith } from "./asked-with";
import { type Linked, linkedPlaces } from "./linked-places";
import type { Requester } from "./operation";
import type { Place } from "./place";
import { placeholder } from "./placeholder";
import { providerBlock } from "./provider-block";
import { isRuledOut } from "./ruled-out";
import type { Link, ScopedRows } from "./scoped-rows";

/**
 * What tells what azurerm asks of Azure for an entry of a type in a stack, by the rows of the type. Stacks have
 * thousands of entries: what all of them have in common is worked out before.
 */
export function resourceReader(model: Model, stack: string, rows: ScopedRows): (entry: Entry) => Requester {
  const { links, excludable } = rows;
  const usual = providerBlock(model, stack);
  const plain = links.length + excludable.length === 0 ? askedWith(rows, usual, [], []) : undefined;
  return (entry) => {
    const { provider } = entry.values;
    if (plain && provider === undefined)
      return { subject: entry, asked: plain.asked, places: NOT_LINKED, entry };
    const block = provider === undefined ? usual : providerBlock(model, stack, provider);
    const linked = links.map((link) => linkedPlaces(model, entry, link));
    const excluded = excludable.map((row) => isRuledOut(model, entry, row));
    return requesterWith(entry, askedWith(rows, block, linked, excluded), linked);
  };
}

/** Of resources that name no other all places are their own. */
const NOT_LINKED: Requester["places"] = [];

function requesterWith(entry: Entry, { asked, sources }: AskedWith, linked: readonly Linked[]): Requester {
  const places = sources.map(({ link, at }) => link && (linked[at] ?? [unknownPlace(entry, link)]));
  return { subject: entry, asked, places, entry };
}

function unknownPlace({ stack, address }: Entry, { name }: Link): Place {
  return [placeholder(stack, `${name} of ${address}`)];
}
