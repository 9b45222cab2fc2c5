import { BINDING_TYPE, type Binding, readBinding } from "./binding";
import { type Entry, readEntry } from "./entry";
import { type Host, readHost } from "./host";
import { IDENTITY_TYPE, type Identity, readIdentity } from "./identity";
import { type OutputsOf, outputsByRemoteState, throughRemoteState } from "./remote-state";
import type { Block, MergedElements, StackSource } from "./terraform-json";
import { type Reference, readValue, readValues, type Value } from "./value";

/** What a set of stacks says about identities, as plain data. */
export interface Model {
  readonly stacks: readonly StackSource[];
  readonly entries: readonly Entry[];
  readonly identities: readonly Identity[];
  readonly hosts: readonly Host[];
  readonly bindings: readonly Binding[];
  readonly merged: readonly (MergedElements & { readonly stack: string })[];
  /** Entries by stack and address: see {@link entryOf}. */
  readonly index: ReadonlyMap<string, Entry>;
  readonly outputs: OutputsOf;
}

/** Reads the model of stacks; each value that one stack takes from another is linked to where it comes from. */
export function readModel(stacks: readonly StackSource[]): Model {
  const entries: Entry[] = [];
  const identities: Identity[] = [];
  const hosts: Host[] = [];
  const bindings: Binding[] = [];
  const outputs = outputsByRemoteState(stacks);

  for (const { path, json, own } of stacks) {
    const read = (raw: unknown) => throughRemoteState(readValue(raw, path), outputs);
    const readAll = (raw: unknown) =>
      readValues(raw, path).flatMap((v) => throughRemoteState(v, outputs) ?? []);
    for (const kind of ["resource", "data"] as const) {
      for (const [type, name, values] of blocks(json[kind])) {
        const entry = readEntry(path, kind, type, name, values, own);
        entries.push(entry);
        if (type === IDENTITY_TYPE) identities.push(readIdentity(entry, read));
        if (type === BINDING_TYPE && kind === "resource") bindings.push(readBinding(entry, read));
        const host = readHost(entry, readAll);
        if (host) hosts.push(host);
      }
    }
  }
  return {
    stacks,
    entries,
    identities,
    hosts,
    bindings,
    merged: stacks.flatMap(({ path, merged }) => merged.map((elements) => ({ ...elements, stack: path }))),
    index: new Map(entries.map((entry) => [key(entry.stack, entry.address), entry])),
    outputs,
  };
}

/** The entry that a reference points at; `undefined` when it is not part of the model. */
export function entryOf(model: Model, reference: Reference): Entry | undefined {
  return model.index.get(key(reference.stack, reference.address));
}

/** One argument of an entry, linked through remote state. */
export function argument(model: Model, entry: Entry, name: string): Value | undefined {
  return throughRemoteState(readValue(entry.values[name], entry.stack), model.outputs);
}

/**
 * Replaces a reference to an argument that the referenced element itself states, such as the name of a
 * resource group, by that argument. What only Azure knows, such as an id, stays a reference.
 */
export function follow(model: Model, value: Value | undefined, steps = 8): Value | undefined {
  if (value?.kind !== "reference" || steps === 0) return value;
  const entry = entryOf(model, value);
  if (!entry || entry.repeated) return value;
  const stated = argument(model, entry, value.attribute);
  return stated ? follow(model, stated, steps - 1) : value;
}

function key(stack: string, address: string): string {
  return `${stack}|${address}`;
}

function* blocks(section: StackSource["json"]["resource"]): Generator<[string, string, Block]> {
  for (const [type, elements] of Object.entries(section ?? {})) {
    for (const [name, values] of Object.entries(elements)) yield [type, name, values];
  }
}
