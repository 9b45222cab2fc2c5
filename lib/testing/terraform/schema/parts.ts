import type { Declarations } from "./declarations";
import { type Entry, entriesOf } from "./entries";
import { type Member, membersOf } from "./members";
import { NotUnderstood } from "./not-understood";

/** The three places in which the bindings describe one block or object. */
export interface Parts {
  readonly members: readonly Member[];
  readonly entries: ReadonlyMap<string, Entry>;
  /** The interface of what can be set. */
  readonly props: string;
}

/** The parts of a class that stands for a resource, data source or provider. */
export function partsOfElement(declarations: Declarations, element: string): Parts {
  const config = /public constructor\(scope: Construct, id: string, config: (\w+)/.exec(element)?.[1];
  if (config === undefined) throw new NotUnderstood("the constructor of the class");
  return complete({
    members: membersOf(element),
    entries: entriesOf(element),
    props: declarations.get("interface", config),
  });
}

/** The parts of what is nested. */
export function partsOfStruct(declarations: Declarations, struct: string): Parts {
  const mapper = `${struct.charAt(0).toLowerCase()}${struct.slice(1)}ToHclTerraform`;
  const entries = entriesOf(declarations.get("function", mapper));
  const props = declarations.get("interface", struct);
  const access = declarations.find("class", `${struct}OutputReference`);
  const members = access === undefined ? membersOfProps(props, entries) : membersOf(access);
  return complete({ members, entries, props });
}

/** Nothing refers to the configuration of a provider, so there the bindings have no class. */
function membersOfProps(props: string, entries: ReadonlyMap<string, Entry>): Member[] {
  return [...entries].map(([name, { property }]) => {
    const mark = new RegExp(`^ {2}readonly ${property}(\\??): `, "m").exec(props)?.[1];
    if (mark === undefined) throw new NotUnderstood(`the interface has no property ${property}`);
    return { name, computed: false, optional: mark === "?", required: mark === "", code: "" };
  });
}

function complete(parts: Parts): Parts {
  const names = new Set(parts.members.map(({ name }) => name));
  const lost = [...parts.entries.keys()].filter((name) => !names.has(name));
  if (lost.length === 0) return parts;
  throw new NotUnderstood(`${lost.join(", ")}: written as HCL, but no member says whether it is required`);
}
