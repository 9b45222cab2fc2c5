import type { Entry } from "../model/entry";
import type { Model } from "../model/model";
import { type AskedWith, askedWith } from "./asked-with";
import { type Linked, linkedPlaces } from "./linked-places";
import type { Requester } from "./operation";
import { placeAt } from "./own-places";
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
    if (plain && provider === undefined) return requesterWith(model, entry, plain, []);
    const block = provider === undefined ? usual : providerBlock(model, stack, provider);
    const linked = links.map((link) => linkedPlaces(model, entry, link));
    const excluded = excludable.map((row) => isRuledOut(model, entry, row));
    return requesterWith(model, entry, askedWith(rows, block, linked, excluded), linked);
  };
}

function requesterWith(
  model: Model,
  entry: Entry,
  { asked, sources }: AskedWith,
  linked: readonly Linked[],
): Requester {
  const places = sources.map(({ scope, link, at }) =>
    link ? (linked[at] ?? [unknownPlace(entry, link)]) : [placeAt(model, entry, scope)],
  );
  return { subject: entry, asked, places };
}

function unknownPlace({ stack, address }: Entry, { name }: Link): Place {
  return [placeholder(stack, `${name} of ${address}`)];
}
