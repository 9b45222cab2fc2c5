import type { Problem } from "../../provider/behaviour";
import { type ObjectValue, UNKNOWN } from "../../provider/value";
import { found, isGiven } from "../values";

/**
 * Exactly one of these has to be given; one that is unknown may be it. Source: terraform-plugin-sdk, helper/schema
 * (validateExactlyOneAttribute).
 */
export function exactlyOne(config: ObjectValue, ...paths: readonly string[]): Problem[] {
  const given = paths.filter((path) => found(config, path).some(({ value }) => isSet(value)));
  const isOpen = paths.some((path) => found(config, path).some(({ value }) => value === UNKNOWN));
  if (given.length === 1 || (given.length === 0 && isOpen)) return [];
  const [first = ""] = paths;
  const names = inSdkForm(paths);
  const detail =
    given.length === 0
      ? `"${first}": one of \`${names}\` must be specified`
      : `"${first}": only one of \`${names}\` can be specified, but \`${inSdkForm(given)}\` were specified.`;
  return [{ summary: "Invalid combination of arguments", detail, attribute: [first.split(".")[0] ?? ""] }];
}

/** Of these, one given excludes the others. Source: terraform-plugin-sdk, helper/schema (validateConflictingAttributes). */
export function conflict(config: ObjectValue, name: string, ...others: readonly string[]): Problem[] {
  const isThere = (path: string) => found(config, path).some(({ value }) => isSet(value));
  if (!isThere(name)) return [];
  return others.filter(isThere).map((other) => ({
    summary: "Conflicting configuration arguments",
    detail: `"${name}": conflicts with ${other}`,
    attribute: [name],
  }));
}

/** With the first, all others have to be given. Source: terraform-plugin-sdk, helper/schema (validateRequiredWithAttribute). */
export function together(config: ObjectValue, ...names: readonly string[]): Problem[] {
  const [first = ""] = names;
  if (!isGiven(config[first]) || names.every((name) => isGiven(config[name]))) return [];
  return [
    {
      summary: "Missing required argument",
      detail: `"${first}": all of \`${[...names].sort().join(",")}\` must be specified`,
      attribute: [first],
    },
  ];
}

function isSet(value: ObjectValue[string]): boolean {
  return isGiven(value) && value !== UNKNOWN;
}

function inSdkForm(paths: readonly string[]): string {
  return paths
    .map((path) => path.replaceAll(".", ".0."))
    .sort()
    .join(",");
}
