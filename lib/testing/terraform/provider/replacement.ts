import { equal } from "./equal";
import type { Path } from "./path";
import { typeOfStep, type ValueType } from "./type";
import { isObjectValue, UNKNOWN, type Value } from "./value";

/**
 * Where a planned change replaces the object: those of the paths, such as `os_disk.name`, at which it changes anything.
 * A path ends at a set, whose elements have no place of their own.
 *
 * @throws where the type has no such path
 */
export function replacingPaths(
  prior: Value,
  planned: Value,
  type: ValueType,
  replacedBy: readonly string[],
): Path[] {
  return replacedBy.flatMap((path) => {
    const names = path.split(".");
    if (!leadsSomewhere(type, names)) {
      throw new Error(`"${path}" is said to replace the resource; the schema has no such path`);
    }
    return changes(prior, planned, type, names, []);
  });
}

function changes(
  prior: Value | undefined,
  planned: Value | undefined,
  type: ValueType,
  names: readonly string[],
  at: Path,
): Path[] {
  if (names.length === 0 || prior === UNKNOWN || planned === UNKNOWN) {
    return equal(prior ?? null, planned ?? null, type) ? [] : [at];
  }
  if (type[0] === "set") {
    const [of, [before, after]] = [type[1] as ValueType, [itemsOf(prior), itemsOf(planned)]];
    const elsewhere = (item: Value, others: Value[]) =>
      others.every((other) => changes(other, item, of, names, at).length > 0);
    const differs =
      after.some((item) => elsewhere(item, before)) || before.some((item) => elsewhere(item, after));
    return differs ? [at] : [];
  }
  if (type[0] === "list") {
    const [of, before, after] = [type[1] as ValueType, itemsOf(prior), itemsOf(planned)];
    const longer = before.length > after.length ? before : after;
    return longer.flatMap((_, index) => changes(before[index], after[index], of, names, [...at, index]));
  }
  const [name, ...rest] = names;
  const member = typeOfStep(type, name) ?? "dynamic";
  return changes(memberOf(prior, name), memberOf(planned, name), member, rest, [...at, name]);
}

function leadsSomewhere(type: ValueType, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return true;
  if (type[0] === "list" || type[0] === "set") return leadsSomewhere(type[1] as ValueType, [name, ...rest]);
  const member = typeOfStep(type, name);
  return member !== undefined && leadsSomewhere(member, rest);
}

function itemsOf(value: Value | undefined): Value[] {
  return Array.isArray(value) ? value : [];
}

function memberOf(value: Value | undefined, name: string): Value | undefined {
  return isObjectValue(value) ? value[name] : undefined;
}
