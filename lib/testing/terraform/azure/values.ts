import { isObjectValue, type ObjectValue, UNKNOWN, type Value } from "../provider/value";

/** A value, and where it stands: names of attributes and blocks, and indexes. */
export interface Found {
  readonly value: Value;
  readonly at: readonly (string | number)[];
}

/** A text that is known and not empty. */
export function text(value: Value | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The known texts of a list or set. */
export function texts(value: Value | undefined): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

/** The blocks of a name, where they are known. */
export function blocks(value: Value | undefined): ObjectValue[] {
  return Array.isArray(value) ? value.filter(isObjectValue) : [];
}

/** Whether there is a value, be it known or not. */
export function isGiven(value: Value | undefined): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}

/** All that stands at a path such as `os_disk.name`: one value for each block on the way. */
export function found(object: ObjectValue, path: string): Found[] {
  const [name = "", ...rest] = path.split(".");
  const value = object[name];
  if (value === undefined) return [];
  if (rest.length === 0) return [{ value, at: [name] }];
  return blocks(value).flatMap((block, index) =>
    found(block, rest.join(".")).map((each) => ({ ...each, at: [name, index, ...each.at] })),
  );
}

/** Fills `{name}` with what an object says; undefined where it says nothing known. */
export function fill(template: string, words: (name: string) => string | undefined): string | undefined {
  let isWhole = true;
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const word = words(name);
    if (word === undefined) isWhole = false;
    return word ?? "";
  });
  return isWhole ? filled : undefined;
}

export function isKnown(value: Value | undefined): boolean {
  return value !== UNKNOWN && value !== undefined;
}

/** An object as text; whole numbers may come as what JSON has no form for. */
export function inWords(object: ObjectValue): string {
  return JSON.stringify(object, (_, value) => (typeof value === "bigint" ? String(value) : value));
}
