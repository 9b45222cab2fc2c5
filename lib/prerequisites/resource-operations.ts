import type { Binding } from "../model/binding";
import type { Entry } from "../model/entry";
import type { Model } from "../model/model";
import { remembered } from "../model/remembered";
import { askedWith } from "./asked-with";
import { linkedPlaces } from "./linked-places";
import type { Requester } from "./operation";
import { placeAt } from "./own-places";
import type { Place } from "./place";
import { placeholder } from "./placeholder";
import { providerBlock } from "./provider-block";
import { isRuledOut } from "./ruled-out";
import { type Link, rowsOf } from "./scoped-rows";

/** What azurerm asks of Azure for one entry; `undefined` where it is not known for its type. */
export function resourceRequester(model: Model, entry: Entry): Requester | undefined {
  const rows = rowsOf(entry);
  if (!rows) return undefined;
  const provider = providerBlock(model, entry.stack, entry.values.provider);
  const linked = rows.links.map((link) => linkedPlaces(model, entry, link));
  const excluded = rows.excludable.map((row) => isRuledOut(model, entry, row));
  const { asked, sources } = askedWith(rows, provider, linked, excluded);
  const places = sources.map(({ scope, link, at }) =>
    link ? (linked[at] ?? [unknownPlace(entry, link)]) : [placeAt(model, entry, scope)],
  );
  return { subject: entry, asked, places, binding: bindingsOf(model).get(entry) };
}

const bindingsOf = remembered(
  ({ bindings }: Model): ReadonlyMap<Entry, Binding> =>
    new Map(bindings.map((binding) => [binding.entry, binding])),
);

function unknownPlace({ stack, address }: Entry, { name }: Link): Place {
  return [placeholder(stack, `${name} of ${address}`)];
}
