import { readAzapiHost } from "./azapi-host";
import { BINDING_TYPE, type Binding, readBinding } from "./binding";
import { type Entry, isAbsent, readEntry } from "./entry";
import {
  FEDERATED_CREDENTIAL_TYPE,
  type FederatedCredential,
  readFederatedCredential,
} from "./federated-credential";
import { GROUP_MEMBER_TYPE, type GroupMembership, readGroupMembership } from "./group-membership";
import { type Host, readHost } from "./host";
import { IDENTITY_TYPE, type Identity, readIdentity } from "./identity";
import { type Links, link, linksOf, readLinked } from "./link";
import { LOCK_TYPE, type Lock, readLock } from "./lock";
import { rememberedIn } from "./remembered";
import { ROLE_DEFINITION_TYPE, type RoleDefinition, readRoleDefinition } from "./role-definition";
import type { Block, MergedElements, StackSource } from "./terraform-json";
import { literal, literalText, type Reference, type Template, type Value } from "./value";

/** What a set of stacks says about identities, as plain data. */
export interface Model {
  readonly stacks: readonly StackSource[];
  /** All entries but those that `count` or `for_each` makes none of; the lists below are of these. */
  readonly entries: readonly Entry[];
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
  const entries: Entry[] = [];
  const identities: Identity[] = [];
  const hosts: Host[] = [];
  const bindings: Binding[] = [];
  const groupMemberships: GroupMembership[] = [];
  const federatedCredentials: FederatedCredential[] = [];
  const roleDefinitions: RoleDefinition[] = [];
  const locks: Lock[] = [];
  const index = new Map<string, ReadonlyMap<string, Entry>>();
  const links = linksOf(stacks);

  for (const { path, json, own } of stacks) {
    const byAddress = new Map<string, Entry>();
    index.set(path, byAddress);
    const read = (raw: unknown) => readLinked(raw, path, links);
    const readAll = (raw: unknown) => [raw].flat().flatMap((item) => read(item) ?? []);
    for (const kind of ["resource", "data"] as const) {
      eachBlock(json[kind], (type, name, values) => {
        const entry = readEntry(path, kind, type, name, values, own);
        byAddress.set(entry.address, entry);
        if (isAbsent(entry)) return;
        entries.push(entry);
        if (type === IDENTITY_TYPE) identities.push(readIdentity(entry, read));
        if (type === BINDING_TYPE && kind === "resource") bindings.push(readBinding(entry, read));
        if (type === GROUP_MEMBER_TYPE && kind === "resource") {
          groupMemberships.push(readGroupMembership(entry, read));
        }
        if (type === FEDERATED_CREDENTIAL_TYPE && kind === "resource") {
          federatedCredentials.push(readFederatedCredential(entry, readAll));
        }
        if (type === LOCK_TYPE && kind === "resource") locks.push(readLock(entry, read));
        if (type === ROLE_DEFINITION_TYPE && kind === "resource") {
          roleDefinitions.push(readRoleDefinition(entry, readAll));
        }
        const host = readHost(entry, readAll) ?? readAzapiHost(entry, readAll);
        if (host) hosts.push(host);
      });
    }
  }
  return {
    stacks,
    entries,
    identities,
    hosts,
    bindings,
    groupMemberships,
    federatedCredentials,
    roleDefinitions,
    locks,
    merged: stacks.flatMap(({ path, merged }) => merged.map((elements) => ({ ...elements, stack: path }))),
    index,
    links,
  };
}

/** The entry at an address of a stack; `undefined` when it is not part of the model. */
export function entryAt(model: Model, stack: string, address: string): Entry | undefined {
  return model.index.get(stack)?.get(address);
}

/** The entry that a reference points at; `undefined` when it is not part of the model. */
export const entryOf = rememberedIn((model, { stack, address }: Reference) => entryAt(model, stack, address));

/** One argument of an entry, linked to where it comes from. */
export function argument(model: Model, entry: Entry, name: string): Value | undefined {
  return readLinked(entry.values[name], entry.stack, model.links);
}

/**
 * Replaces a reference to an argument that the referenced element itself states, such as the name of a
 * resource group, by that argument. What only Azure knows, such as an id, stays a reference.
 */
export function follow(model: Model, given: Value | undefined): Value | undefined {
  return !given || given.kind === "literal" ? given : followed(model, given);
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
  const [output, name] = attribute.split(".");
  if (entry.type !== "terraform_data" || output !== "output" || name === undefined) return undefined;
  const input = entry.values.input as Block | undefined;
  return readLinked(input?.[name], entry.stack, model.links);
}

/** One argument of an entry as text, where the app says enough to know it. */
export function statedText(model: Model, entry: Entry, name: string): string | undefined {
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

/** Shows each element; an override of the stack can set a type or an element to null, which removes it. */
function eachBlock(
  section: StackSource["json"]["resource"],
  show: (type: string, name: string, values: Block) => void,
): void {
  for (const type in section) {
    const elements = section[type];
    for (const name in elements) if (elements[name]) show(type, name, elements[name]);
  }
}
