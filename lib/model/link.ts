import { groupBy } from "./group-by";
import type { StackSource } from "./terraform-json";
import { readValue, type Value } from "./value";

/** Stacks under the address of the remote state data source through which others read them, and by their path. */
export interface Links {
  readonly byRemoteState: ReadonlyMap<string, StackSource>;
  readonly byPath: ReadonlyMap<string, StackSource>;
  /** What reads the texts of each stack: see {@link readerIn}. */
  readonly readers: Map<string, (raw: unknown) => Value | undefined>;
}

/**
 * cdktf names the data source of a cross-stack reference after the path of the stack that it reads; characters
 * that no Terraform name may have are dropped. A name that fits several stacks says of none that it is meant.
 */
export function linksOf(stacks: readonly StackSource[]): Links {
  const named = [...groupBy(stacks, ({ path }) => remoteStateOf(path))];
  return {
    byRemoteState: new Map(
      named.flatMap(([address, [origin, ...others]]) =>
        origin && others.length === 0 ? [[address, origin]] : [],
      ),
    ),
    byPath: new Map(stacks.map((stack) => [stack.path, stack])),
    readers: new Map(),
  };
}

/** The address of the data source through which cdktf reads the outputs of the stack at a path. */
export function remoteStateOf(path: string): string {
  const name = path.replace(/\//g, "--").replace(/[^A-Za-z0-9_-]/g, "");
  return `data.terraform_remote_state.cross-stack-reference-input-${name}`;
}

/** Reads one scalar of Terraform JSON, linked to where it comes from. Equal texts of a stack are one object. */
export function readLinked(raw: unknown, stack: string, links: Links): Value | undefined {
  return readerIn(stack, links)(raw);
}

/** What reads scalars of a stack, for those who read many. */
export function readerIn(stack: string, links: Links): (raw: unknown) => Value | undefined {
  const known = links.readers.get(stack);
  if (known) return known;
  const texts = new Map<string, Value | undefined>();
  const reader = (raw: unknown) => {
    if (typeof raw !== "string") return raw === undefined ? undefined : link(readValue(raw, stack), links);
    const before = texts.get(raw);
    if (before) return before;
    const value = link(readValue(raw, stack), links);
    texts.set(raw, value);
    return value;
  };
  links.readers.set(stack, reader);
  return reader;
}

/** Replaces a value that comes from another stack's output, or from a local of its own, by what is said there. */
export function link(value: Value | undefined, links: Links, steps = 8): Value | undefined {
  if (!value || steps === 0) return value;
  const linked = throughRemoteState(value, links) ?? throughLocal(value, links);
  return linked ? link(linked, links, steps - 1) : value;
}

function throughRemoteState(value: Value, { byRemoteState }: Links): Value | undefined {
  if (value.kind !== "reference" || !value.address.startsWith("data.terraform_remote_state."))
    return undefined;
  const origin = byRemoteState.get(value.address);
  const output = origin?.json.output?.[value.attribute.replace(/^outputs\./, "")];
  return origin && readValue(output?.value, origin.path);
}

const LOCAL = /^local\.([\w-]+)$/;

function throughLocal(value: Value, { byPath }: Links): Value | undefined {
  const [, name] = (value.kind === "unknown" && LOCAL.exec(value.expression)) || [];
  if (value.kind !== "unknown" || !name) return undefined;
  const raw = byPath.get(value.stack)?.json.locals?.[name];
  return typeof raw === "object" ? undefined : readValue(raw, value.stack);
}
