import type { Entry } from "../model/entry";
import type { Model } from "../model/model";
import { remembered } from "../model/remembered";
import type { Block } from "../model/terraform-json";
import { askedWith } from "./asked-with";
import { namingOf } from "./naming";
import type { EntryRequester } from "./operation";
import { providerBlock } from "./provider-block";
import { isRuledOut } from "./ruled-out";
import type { ScopedRows } from "./scoped-rows";

/**
 * What tells what azurerm asks of Azure for an entry of a type in a stack, by the rows of the type. Stacks have
 * thousands of entries: what all of them have in common is worked out before.
 */
export function resourceReader(
  model: Model,
  stack: string,
  rows: ScopedRows,
): (entry: Entry) => EntryRequester {
  const { links, excludable } = rows;
  const askedOf = remembered((provider: Block) => askedWith(rows, provider));
  const usual = askedOf(providerBlock(model, stack));
  const plain = links.length + excludable.length === 0 ? usual([], []) : undefined;
  return (subject) => {
    const { provider } = subject.values;
    if (plain && provider === undefined) return { subject, asked: plain.asked, sources: plain.sources };
    const namings = links.map((link) => namingOf(model, subject, link));
    const excluded = excludable.map((row) => isRuledOut(model, subject, row));
    const answer = provider === undefined ? usual : askedOf(providerBlock(model, stack, provider));
    const { asked, sources } = answer(namings, excluded);
    return { subject, asked, sources };
  };
}
