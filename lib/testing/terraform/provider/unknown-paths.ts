import type { Path } from "./path";
import { isObjectValue, UNKNOWN, type Value } from "./value";

/** Where values are not known, from the outside in. */
export function unknownPaths(value: Value, path: Path = []): Path[] {
  if (value === UNKNOWN) return [path];
  if (Array.isArray(value)) return value.flatMap((item, index) => unknownPaths(item, [...path, index]));
  if (!isObjectValue(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => unknownPaths(member, [...path, name]));
}
