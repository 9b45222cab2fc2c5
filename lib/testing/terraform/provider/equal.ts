import { typeOfStep, type ValueType } from "./type";
import { isObjectValue, type Value } from "./value";

/** Whether two values of a type are the same one: in sets the order does not matter, and a number has many forms. */
export function equal(one: Value | undefined, other: Value | undefined, type: ValueType): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return equalItems(one, other, type);
  if (isObjectValue(one) && isObjectValue(other)) {
    if (type === "dynamic") {
      return (
        JSON.stringify(one.type) === JSON.stringify(other.type) &&
        equal(one.value, other.value, one.type as ValueType)
      );
    }
    const names = Object.keys(one);
    return (
      names.length === Object.keys(other).length &&
      names.every((name) => equal(one[name], other[name], typeOfStep(type, name) ?? "dynamic"))
    );
  }
  if (type === "number" && isNumber(one) && isNumber(other)) return String(one) === String(other);
  return one === other;
}

function equalItems(one: Value[], other: Value[], type: ValueType): boolean {
  if (one.length !== other.length) return false;
  const of = (index: number) => typeOfStep(type, index) ?? "dynamic";
  if (type[0] !== "set") return one.every((item, index) => equal(item, other[index], of(index)));
  const has = (items: Value[], item: Value) => items.some((present) => equal(present, item, of(0)));
  return one.every((item) => has(other, item)) && other.every((item) => has(one, item));
}

function isNumber(value: Value | undefined): boolean {
  return typeof value === "number" || typeof value === "bigint" || typeof value === "string";
}
