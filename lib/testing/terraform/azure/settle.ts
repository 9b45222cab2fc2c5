import { isObjectValue, type ObjectValue, UNKNOWN, type Value } from "../provider/value";
import type { BlockSchema, TypeExpression } from "../schema/schema";
import { guid } from "./store/guid";

/** What a computed value is, by its path; undefined where no rule says. */
export type Computed = (path: string) => Value | undefined;

/** Puts a value for each that was to be known after apply. */
export function settle(
  planned: ObjectValue,
  seed: string,
  schema: BlockSchema | undefined,
  computed: Computed,
): ObjectValue {
  const inBlock = (block: ObjectValue, shape: BlockSchema | undefined, prefix: string): ObjectValue =>
    Object.fromEntries(
      Object.entries(block).map(([name, value]) => {
        const path = prefix + name;
        const nested = shape?.blocks[name]?.block;
        if (value === UNKNOWN) return [name, computed(path) ?? derived(shape, name, `${seed}\n${path}`)];
        return [name, nested ? inNested(value, nested, `${path}.`) : known(value)];
      }),
    );
  const inNested = (value: Value, shape: BlockSchema, prefix: string): Value => {
    if (Array.isArray(value)) return value.map((each) => inNested(each, shape, prefix));
    return isObjectValue(value) ? inBlock(value, shape, prefix) : value;
  };
  return inBlock(planned, schema, "");
}

function derived(shape: BlockSchema | undefined, name: string, seed: string): Value {
  if (shape?.blocks[name]) return [];
  return derivedOf(shape?.attributes[name]?.type ?? "string", seed);
}

function derivedOf(type: TypeExpression, seed: string): Value {
  if (type === "string") return guid(seed);
  if (type === "number") return 0;
  if (type === "bool") return false;
  if (type === "dynamic") return null;
  if (type[0] === "map") return {};
  if (type[0] !== "object") return [];
  return Object.fromEntries(
    Object.entries(type[1]).map(([name, member]) => [name, derivedOf(member, `${seed}.${name}`)]),
  );
}

/** An object whose parts a plan leaves unknown has no schema of blocks to tell them by. */
function known(value: Value): Value {
  if (value === UNKNOWN) return null;
  if (Array.isArray(value)) return value.map(known);
  if (!isObjectValue(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, known(each)]));
}
