import { groupBy } from "./group-by";
import type { StackSource } from "./terraform-json";
import { readValue, type Value } from "./value";

/** Stacks under the address of the remote state data source through which others read them, and by their path. */
export interface Links {
  readonly byRemoteState: ReadonlyMap<string, StackSource>;
  readonly byPath: ReadonlyMap<string, StackSource>;
  /** Texts that were read, by stack: see {@link readLinked}. */
  readonly read: Map<string, Map<string, Value>>;
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
    read: new Map(),
  };
}

/** The address of the data source through which cdktf reads the outputs of the stack at a path. */
export function remoteStateOf(path: string): string {
  const name = path.replace(/\//g, "--").replace(/[^A-Za-z0-9_-]/g, "");
  return `data.terraform_remote_state.cross-stack-reference-input-${name}`;
}

/** Reads one scalar of Terraform JSON, linked to where it comes from. Equal texts of a stack are one object. */
export function readLinked(raw: unknown, stack: string, links: Links): Value | undefined {
  if (typeof raw !== "string") return link(readValue(raw, stack), links);
  const texts = links.read.get(stack);
  const known = texts?.get(raw);
  if (known) return known;
  const value = link(readValue(raw, stack), links) as Value;
  if (texts) texts.set(raw, value);
  else links.read.set(stack, new Map([[raw, value]]));
  return value;
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
