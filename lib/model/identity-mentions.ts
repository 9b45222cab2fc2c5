import type { Entry } from "./entry";
import { IDENTITY_TYPE } from "./identity";
import { lookedUpMachine } from "./looked-up-machine";
import { entryAt, entryOf, follow, type Model, statedText } from "./model";
import { managedIdentityOf } from "./principal";
import { principalUses } from "./principal-use";
import { remembered } from "./remembered";
import type { Block } from "./terraform-json";
import { visitTexts } from "./texts";
import { literalText, type Value } from "./value";

/**
 * Whether an app speaks of the identity of an element in any other way than that a resource has it, and that a role or
 * a membership is given to it: an output, a setting of an application, a federated credential, a lock and so on.
 */
export function isMentioned(model: Model, entry: Entry): boolean {
  const { entries, texts } = mentionsIn(model);
  if (entries.has(entry) || texts.has(entry.address)) return true;
  const name = entry.type === IDENTITY_TYPE ? statedText(model, entry, "name") : undefined;
  return name !== undefined && texts.has(name.toLowerCase());
}

/** The user-assigned identity that an app makes, where an identity block gives its id as such. */
export function attachedIdentity(model: Model, id: Value): Entry | undefined {
  const entry = id.kind === "reference" && id.attribute === "id" ? entryOf(model, id) : undefined;
  return entry?.type === IDENTITY_TYPE && !entry.isData ? entry : undefined;
}

interface Mentions {
  readonly entries: ReadonlySet<Entry>;
  /** Addresses in other stacks, until cdktf has linked the stacks; names that are looked up or in an id. */
  readonly texts: ReadonlySet<string>;
}

const USER_ASSIGNED = /((?:data\.)?azurerm_user_assigned_identity\.[A-Za-z_][\w-]*)/g;
/** A machine as a whole, or its identity: of its other attributes none says who it is. */
const MACHINE =
  /((?:data\.)?azurerm_\w*virtual_machine\w*\.[A-Za-z_][\w-]*)(?:(?:\[[^\]]*\]|\.\*)?\.identity(?!(?:\[\d+\])?\.(?:type|identity_ids)\b)|(?![\w.[-]))/g;
const ID = /\/userAssignedIdentities\/([\w-]+)/gi;

const mentionsIn = remembered((model: Model): Mentions => {
  const entries = new Set<Entry>();
  const texts = new Set<string>();
  const note = (stack: string, text: string) => {
    const elements = text.includes("azurerm_") ? [USER_ASSIGNED, MACHINE] : [];
    for (const [, address = ""] of elements.flatMap((element) => [...text.matchAll(element)])) {
      const entry = entryAt(model, stack, address);
      if (entry) entries.add(lookedUpMachine(model, entry) ?? entry);
      else texts.add(address);
    }
    if (text.includes("/")) for (const [, name = ""] of text.matchAll(ID)) texts.add(name.toLowerCase());
  };

  for (const { path, json } of model.stacks) {
    const { resource, data, ...others } = json;
    visitTexts(others, (text) => note(path, text));
  }
  const understood = understoodUses(model);
  for (const entry of model.entries) {
    visitTexts(without(entry.values, understood.get(entry)), (text) => note(entry.stack, text));
  }
  for (const { entry, name } of model.identities) {
    const text = entry.isData ? literalText(follow(model, name)) : undefined;
    if (text) texts.add(text.toLowerCase());
  }
  return { entries, texts };
});

/** Names of arguments that say no more than which identities an element has, or gives a role or a group to. */
function understoodUses(model: Model): ReadonlyMap<Entry, string> {
  const hosts = model.hosts.filter(({ identityIds }) =>
    identityIds?.every((id) => attachedIdentity(model, id)),
  );
  const uses = principalUses(model).filter(({ principal }) => managedIdentityOf(model, principal));
  return new Map([
    ...hosts.map(({ entry }) => [entry, "identity"] as const),
    ...uses.map(
      ({ entry }) =>
        [entry, "member_object_id" in entry.values ? "member_object_id" : "principal_id"] as const,
    ),
  ]);
}

function without({ depends_on, ...values }: Block, name: string | undefined): Block {
  return name === undefined ? values : { ...values, [name]: undefined };
}
