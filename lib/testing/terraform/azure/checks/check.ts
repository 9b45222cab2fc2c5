import type { Problem } from "../../provider/behaviour";
import type { ObjectValue, Value } from "../../provider/value";
import { found } from "../values";

/** What a provider says of a text that it refuses; `key` is the path as the plugin SDK writes it. */
export type Check = (value: string, key: string) => string | undefined;

/** Checks by path, such as `os_disk.caching`. */
export interface Checks {
  readonly [path: string]: Check;
}

/** What a provider refuses of single values. A value that is unknown or not given is not looked at. */
export function checked(config: ObjectValue, checks: Checks): Problem[] {
  return Object.entries(checks).flatMap(([path, check]) =>
    found(config, path).flatMap(({ value, at }) =>
      textsIn(value).flatMap((each) => {
        const summary = check(each, at.join("."));
        return summary === undefined ? [] : [{ summary, attribute: at }];
      }),
    ),
  );
}

/** The first that a value fails. */
export function all(...checks: readonly Check[]): Check {
  return (value, key) => {
    for (const check of checks) {
      const problem = check(value, key);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
}

/** A check by a pattern, with the words behind the name of the attribute. */
export function matches(pattern: RegExp, words: string): Check {
  return (value, key) => (pattern.test(value) ? undefined : `"${key}" ${words}`);
}

export function matchesNot(pattern: RegExp, words: string): Check {
  return (value, key) => (pattern.test(value) ? `"${key}" ${words}` : undefined);
}

function textsIn(value: Value): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === "string" ? [value] : [];
}
