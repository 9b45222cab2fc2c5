import { isObjectValue, type ObjectValue, UNKNOWN, type Value } from "../../provider/value";
import type { BlockSchema, TypeExpression } from "../../schema/schema";
import { settle } from "../settle";
import { isGiven } from "../values";

/** The state of a data source: what the config gives, what is known of the thing, and some value for the rest. */
export function answer(
  config: ObjectValue,
  known: ObjectValue,
  seed: string,
  schema: BlockSchema | undefined,
): ObjectValue {
  const state: ObjectValue = schema ? {} : { ...known };
  for (const [name, given] of Object.entries(config)) {
    const attribute = schema?.attributes[name];
    if (isGiven(given)) state[name] = given;
    else if (known[name] !== undefined && known[name] !== UNKNOWN) {
      state[name] = attribute ? fitted(known[name], attribute.type) : known[name];
    } else state[name] = attribute?.computed ? UNKNOWN : given;
  }
  return settle(state, seed, schema, () => undefined);
}

/** A data source shows a block of the resource as an object with the members that it knows. */
function fitted(value: Value, type: TypeExpression): Value {
  if (value === null || typeof type === "string") return value;
  const [kind, inner] = type;
  if (kind === "object") {
    const members = isObjectValue(value) ? value : {};
    return Object.fromEntries(
      Object.entries(inner).map(([name, member]) => [name, fitted(members[name] ?? null, member)]),
    );
  }
  if (Array.isArray(value)) return value.map((each) => fitted(each, inner));
  // Some names mean two things: `instances` of a scale set is their number, of its data source what they are.
  return kind === "map" ? value : UNKNOWN;
}
