import { type Path, pathText } from "./path";
import type { ValueType } from "./type";
import { isObjectValue, UNKNOWN, type Value } from "./value";

/** What is wrong with a value of a type, each with its path. */
export function nonConformingToType(value: Value | undefined, type: ValueType, path: Path): string[] {
  if (value === null || value === UNKNOWN) return [];
  const wrong = [problem(path, typeText(type), value)];
  if (type === "string") return typeof value === "string" ? [] : wrong;
  if (type === "bool") return typeof value === "boolean" ? [] : wrong;
  if (type === "number") return isNumber(value) ? [] : wrong;
  if (type === "dynamic") {
    if (!isObjectValue(value) || !isType(value.type) || !Object.hasOwn(value, "value")) return wrong;
    return nonConformingToType(value.value, value.type, path);
  }
  const [kind, of] = type;
  if (kind === "list" || kind === "set") {
    if (!Array.isArray(value)) return wrong;
    return value.flatMap((item, index) => nonConformingToType(item, of, [...path, index]));
  }
  if (kind === "tuple") {
    if (!Array.isArray(value) || value.length !== of.length) return wrong;
    return value.flatMap((item, index) => nonConformingToType(item, of[index], [...path, index]));
  }
  if (!isObjectValue(value)) return wrong;
  if (kind === "map") {
    return Object.entries(value).flatMap(([key, item]) => nonConformingToType(item, of, [...path, key]));
  }
  return [
    ...wrongNames(value, Object.keys(of), path),
    ...Object.entries(of)
      .filter(([name]) => Object.hasOwn(value, name))
      .flatMap(([name, member]) => nonConformingToType(value[name], member, [...path, name])),
  ];
}

/** Which names an object lacks, and which it must not have. */
export function wrongNames(value: object, expected: readonly string[], path: Path): string[] {
  const missing = expected.filter((name) => !Object.hasOwn(value, name));
  const extra = Object.keys(value).filter((name) => !expected.includes(name));
  return [
    ...missing.map((name) => `${pathText([...path, name])}: it is missing; give null, or [] for blocks`),
    ...extra.map((name) => `${pathText([...path, name])}: the schema has no such name`),
  ];
}

function isNumber(value: Value | undefined): boolean {
  if (typeof value === "string") return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value);
  return typeof value === "bigint" || (typeof value === "number" && Number.isFinite(value));
}

function isType(value: Value | undefined): value is Value & ValueType {
  if (!Array.isArray(value)) return ["string", "number", "bool", "dynamic"].includes(value as string);
  const [kind, of] = value;
  if (kind === "object") return isObjectValue(of) && Object.values(of).every(isType);
  if (kind === "tuple") return Array.isArray(of) && of.every(isType);
  return ["list", "set", "map"].includes(kind as string) && isType(of);
}

function typeText(type: ValueType): string {
  if (type === "dynamic") return "an object of a type and a value of that type";
  if (type === "string" || type === "number" || type === "bool") return `a ${type}`;
  return { list: "a list", set: "a list", map: "a map", object: "an object", tuple: "a list" }[type[0]];
}

/** That one kind of value is where another has to be. Values are not told. */
export function problem(path: Path, expected: string, value: Value | undefined): string {
  const where = path.length > 0 ? `${pathText(path)}: ` : "";
  return `${where}${kindText(value)} is given; ${expected} is expected`;
}

function kindText(value: Value | undefined): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
