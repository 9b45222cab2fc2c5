import { readAzapiHost } from "./azapi-host";
import { BINDING_TYPE, type Binding, readBinding } from "./binding";
import { type EntriesOfType, type Entry, isAbsent, readEntries } from "./entry";
import {
  FEDERATED_CREDENTIAL_TYPE,
  type FederatedCredential,
  readFederatedCredential,
} from "./federated-credential";
import { GROUP_MEMBER_TYPE, type GroupMembership, readGroupMembership } from "./group-membership";
import { type Host, readHost } from "./host";
import { IDENTITY_TYPE, type Identity, readIdentity } from "./identity";
import { type Links, link, linksOf, readerIn, readLinked } from "./link";
import { LOCK_TYPE, type Lock, readLock } from "./lock";
import { rememberedIn } from "./remembered";
import { ROLE_DEFINITION_TYPE, type RoleDefinition, readRoleDefinition } from "./role-definition";
import type { Block, MergedElements, StackSource } from "./terraform-json";
import { isLiteral, literal, literalText, type Reference, type Template, type Value } from "./value";

/** What a set of stacks says about identities, as plain data. */
export interface Model {
  readonly stacks: readonly StackSource[];
  /** All entries but those that `count` or `for_each` makes none of; the lists below are of these. */
  readonly entries: readonly Entry[];
  /** The same in the same order, by stack and type: see {@link resourcesOf}. */
  readonly types: readonly EntriesOfType[];
  readonly identities: readonly Identity[];
  readonly hosts: readonly Host[];
  readonly bindings: readonly Binding[];
  readonly groupMemberships: readonly GroupMembership[];
  readonly federatedCredentials: readonly FederatedCredential[];
  readonly roleDefinitions: readonly RoleDefinition[];
  readonly locks: readonly Lock[];
  readonly merged: readonly (MergedElements & { readonly stack: string })[];
  /** All entries by path of their stack and address: see {@link entryAt}. */
  readonly index: ReadonlyMap<string, ReadonlyMap<string, Entry>>;
  readonly links: Links;
}

/** Reads the model of stacks; each value that comes from a local or another stack is linked to that. */
export function readModel(stacks: readonly StackSource[]): Model {
  const types: EntriesOfType[] = [];
  const index = new Map<string, ReadonlyMap<string, Entry>>();
  for (const stack of stacks) {
    const byAddress = new Map<string, Entry>();
    index.set(stack.path, byAddress);
    for (const kind of ["resource", "data"] as const) {
      for (const type in stack.json[kind]) {
        const all = readEntries(stack, kind, type);
        for (const entry of all) byAddress.set(entry.address, entry);
        const entries = all.filter((entry) => !isAbsent(entry));
        types.push({ stack: stack.path, type, isData: kind === "data", entries });
      }
    }
  }

  const links = linksOf(stacks);
  const readers = new Map(stacks.map(({ path }) => [path, readerOf(path, links)]));
  const read = <T>(isMeant: IsMeant, readOne: (entry: Entry, reader: Reader) => T | undefined): T[] => {
    const all: T[] = [];
    for (const { stack, entries } of types.filter(isMeant)) {
      const reader = readers.get(stack) as Reader;
      for (const entry of entries) {
        const one = readOne(entry, reader);
        if (one) all.push(one);
      }
    }
    return all;
  };
  const made =
    (meant: string): IsMeant =>
    ({ type, isData }) =>
      type === meant && !isData;

  return {
    stacks,
    types,
    entries: types.flatMap(({ entries }) => entries),
    identities: read(
      ({ type }) => type === IDENTITY_TYPE,
      (entry, { one }) => readIdentity(entry, one),
    ),
    hosts: read(
      // These run nothing, and are most of what an app has thousands of.
      ({ type, isData }) => !isData && type !== IDENTITY_TYPE && type !== BINDING_TYPE,
      (entry, { all }) => readHost(entry, all) ?? readAzapiHost(entry, all),
    ),
    bindings: read(made(BINDING_TYPE), (entry, { one }) => readBinding(entry, one)),
    groupMemberships: read(made(GROUP_MEMBER_TYPE), (entry, { one }) => readGroupMembership(entry, one)),
    federatedCredentials: read(made(FEDERATED_CREDENTIAL_TYPE), (entry, { all }) =>
      readFederatedCredential(entry, all),
    ),
    roleDefinitions: read(made(ROLE_DEFINITION_TYPE), (entry, { all }) => readRoleDefinition(entry, all)),
    locks: read(made(LOCK_TYPE), (entry, { one }) => readLock(entry, one)),
    merged: stacks.flatMap(({ path, merged }) => merged.map((elements) => ({ ...elements, stack: path }))),
    index,
    links,
  };
}

type IsMeant = (entries: EntriesOfType) => boolean;

/** Reads arguments of the entries of a stack: one with a single value, or with any number of them. */
interface Reader {
  readonly one: (raw: unknown) => Value | undefined;
  readonly all: (raw: unknown) => Value[];
}

function readerOf(stack: string, links: Links): Reader {
  const one = readerIn(stack, links);
  return { one, all: (raw) => [raw].flat().flatMap((item) => one(item) ?? []) };
}

/** The entry at an address of a stack; `undefined` when it is not part of the model. */
export function entryAt(model: Model, stack: string, address: string): Entry | undefined {
  return model.index.get(stack)?.get(address);
}

/** The entry that a reference points at; `undefined` when it is not part of the model. */
export function entryOf(model: Model, { stack, address }: Reference): Entry | undefined {
  return entryAt(model, stack, address);
}

/** One argument of an entry, linked to where it comes from. */
export function argument(model: Model, entry: Entry, name: string): Value | undefined {
  return readLinked(entry.values[name], entry.stack, model.links);
}

/**
 * Replaces a reference to an argument that the referenced element itself states, such as the name of a
 * resource group, by that argument. What only Azure knows, such as an id, stays a reference.
 */
export function follow(model: Model, given: Value | undefined): Value | undefined {
  return !given || given.kind === "literal" || isEnd(model, given) ? given : followed(model, given);
}

/** What most references are: they are to an attribute that azurerm gives out, and its resource does not state. */
function isEnd(model: Model, given: Value): boolean {
  if (given.kind !== "reference") return false;
  const { type, values } = entryOf(model, given) ?? {};
  return type?.startsWith("azurerm_") === true && values?.[given.attribute] === undefined;
}

const followed = rememberedIn((model, given: Value) => followSteps(model, given, 8));

function followSteps(model: Model, given: Value, steps: number): Value | undefined {
  const value = link(given, model.links);
  if (value?.kind === "template") return followParts(model, value, steps);
  if (value?.kind !== "reference" || steps === 0) return value;
  const entry = entryOf(model, value);
  if (!entry || entry.repeated) return value;
  const stated = argument(model, entry, value.attribute) ?? storedInput(model, entry, value.attribute);
  return stated ? followSteps(model, stated, steps - 1) : value;
}

/** What `terraform_data` gives out is what it was given. */
function storedInput(model: Model, entry: Entry, attribute: string): Value | undefined {
  if (entry.type !== "terraform_data") return undefined;
  const [output, name] = attribute.split(".");
  if (output !== "output" || name === undefined) return undefined;
  const input = entry.values.input as Block | undefined;
  return readLinked(input?.[name], entry.stack, model.links);
}

/** One argument of an entry as text, where the app says enough to know it. */
export function statedText(model: Model, entry: Entry, name: string): string | undefined {
  const raw = entry.values[name];
  if (typeof raw === "string" && isLiteral(raw)) return raw;
  return literalText(follow(model, argument(model, entry, name)));
}

/** Text with references in it becomes text where all of them can be followed to text. */
function followParts(model: Model, template: Template, steps: number): Value {
  const parts = template.parts.flatMap((part): Template["parts"] => {
    const whole = followSteps(model, part, steps) ?? part;
    return whole.kind === "template" ? whole.parts : [whole];
  });
  const isText = parts.every((part) => part.kind === "literal");
  return isText ? literal(parts.map((part) => String(part.value)).join("")) : { kind: "template", parts };
}
