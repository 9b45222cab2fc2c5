import type { Block, StackSource } from "./terraform-json";

/** A resource or a data source of a stack. */
export interface Entry {
  /** Construct path of the stack. */
  readonly stack: string;
  /** `azurerm_user_assigned_identity.app`; data sources begin with `data.`. */
  readonly address: string;
  readonly type: string;
  readonly isData: boolean;
  /** Construct path without the `/Default` at its end; the address where the JSON carries no path. */
  readonly path: string;
  /** Whether a construct of this library made it. */
  readonly own: boolean;
  /** Whether it has `count` or `for_each` and so stands for any number of resources. */
  readonly repeated: boolean;
  readonly values: Block;
}

/** Entries of one type in one stack. */
export interface EntriesOfType {
  readonly stack: string;
  readonly type: string;
  readonly isData: boolean;
  readonly entries: readonly Entry[];
}

export function readEntry(
  stack: string,
  kind: "resource" | "data",
  type: string,
  name: string,
  values: Block,
  own: ReadonlySet<string>,
): Entry {
  const address = `${kind === "data" ? "data." : ""}${type}.${name}`;
  return {
    stack,
    address,
    type,
    isData: kind === "data",
    path: constructPath(values) ?? address,
    own: own.has(address),
    repeated: isGiven(values.count) || isGiven(values.for_each),
    values,
  };
}

/** Null is, for Terraform, as if nothing was said. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** All of a type; an override of the stack can set one of them, or the type, to null, which removes it. */
export function readEntries(
  { path, json, own }: StackSource,
  kind: "resource" | "data",
  type: string,
): Entry[] {
  const blocks = json[kind]?.[type];
  const entries: Entry[] = [];
  for (const name in blocks) {
    const values = blocks[name];
    if (values) entries.push(readEntry(path, kind, type, name, values, own));
  }
  return entries;
}

/** Whether `count` or `for_each` says that it is not there at all; its arguments are then never looked at. */
export function isAbsent({ repeated, values }: Entry): boolean {
  if (!repeated) return false;
  const { count, for_each: each } = values;
  if (count === 0 || count === "0" || count === "${0}") return true;
  return typeof each === "object" && each !== null && Object.keys(each).length === 0;
}

/** Whether a `dynamic` block makes blocks of this name: what is in them is known to Terraform alone. */
export function hasDynamic({ dynamic }: Block, name: string): boolean {
  if (dynamic === undefined) return false;
  const blocks = [dynamic].flat() as (Block | undefined)[];
  return blocks.some((block) => block?.[name] !== undefined);
}

/** Whether Terraform leaves an argument as it finds it: what the program says of it is then not all there is. */
export function ignoresChanges({ values }: Entry, argument: string): boolean {
  if (values.lifecycle === undefined) return false;
  const [lifecycle] = [values.lifecycle].flat() as ({ readonly ignore_changes?: unknown } | undefined)[];
  return [lifecycle?.ignore_changes]
    .flat()
    .some((name) => name === "all" || String(name).split(/[.[]/)[0] === argument);
}

function constructPath(values: Block): string | undefined {
  const comment = values["//"] as { metadata?: { path?: unknown } } | undefined;
  const path = comment?.metadata?.path;
  if (typeof path !== "string") return undefined;
  return path.endsWith("/Default") ? path.slice(0, -"/Default".length) : path;
}
