import { type Mapper, parseMapper } from "./mapper";
import { NotUnderstood } from "./not-understood";

/** How a settable attribute or block is written as HCL. */
export interface Entry {
  /** The property of the struct or class: `adminUsername`. */
  readonly property: string;
  readonly mapper: Mapper;
  readonly collection: "simple" | "list" | "set" | "map" | "struct";
}

const START = /^ +[\w-]+: \{$/gm;
const ENTRY =
  /^ +([\w-]+): \{\n +value: (.*),\n +isBlock: (?:true|false),\n +type: "(simple|list|set|map|struct)",\n +storageClassType: "\w+",\n +\},$/gm;
/** A default of cdktf's own may come first. */
const VALUE = /^(?:\S+ === undefined \? .+ : )?(\S.*)\((?:this\._|struct!\.)(\w+)(?:\.internalValue)?\)$/;

/**
 * The entries of the one `const attrs = {` in a generated function or method that writes HCL.
 *
 * @throws NotUnderstood for an entry that is not as the generator writes it
 */
export function entriesOf(text: string): Map<string, Entry> {
  const begin = text.indexOf("const attrs = {\n");
  if (begin < 0) throw new NotUnderstood('the code that writes HCL has no "const attrs = {"');
  const body = text.slice(begin + "const attrs = {\n".length);
  const found = [...body.matchAll(ENTRY)];
  const started = [...body.matchAll(START)].length;
  if (started !== found.length) {
    throw new NotUnderstood(
      `of ${started} entries that are written as HCL only ${found.length} are understood`,
    );
  }
  return new Map(
    found.map(({ 1: name, 2: value, 3: collection }) => [
      name as string,
      { ...parseValue(value as string), collection: collection as Entry["collection"] },
    ]),
  );
}

function parseValue(text: string): Pick<Entry, "property" | "mapper"> {
  const [, mapper, property] = VALUE.exec(text) ?? [];
  if (mapper === undefined || property === undefined) throw new NotUnderstood(`the value ${text}`);
  return { property, mapper: parseMapper(mapper) };
}
