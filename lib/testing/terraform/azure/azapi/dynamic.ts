import { isObjectValue, type ObjectValue, UNKNOWN, type Value } from "../../provider/value";

/** A value with its type, as an attribute of type `dynamic` has it. */
export function toDynamic(value: Value): Value {
  return value === null ? null : { type: typeOf(value), value };
}

export function fromDynamic(value: Value | undefined): Value {
  return isObjectValue(value) && "type" in value && "value" in value
    ? (value.value ?? null)
    : (value ?? null);
}

export function objectIn(value: Value | undefined): ObjectValue {
  const inner = fromDynamic(value);
  return isObjectValue(inner) ? inner : {};
}

function typeOf(value: Value): Value {
  if (value === null || value === UNKNOWN) return "dynamic";
  if (Array.isArray(value)) return ["tuple", value.map(typeOf)];
  if (!isObjectValue(value))
    return typeof value === "boolean" ? "bool" : typeof value === "string" ? "string" : "number";
  return ["object", Object.fromEntries(Object.entries(value).map(([name, each]) => [name, typeOf(each)]))];
}
