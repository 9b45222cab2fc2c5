import { UNIQUE_IN_RESOURCE_GROUP } from "../azure/unique-in-group";
import type { Entry } from "../model/entry";
import { hasNumberToken, SHORTEST_WITH_TOKEN } from "../model/number-token";
import type { Block } from "../model/terraform-json";
import type { Rule, Violation } from "./rule";

export const unresolvedNumber: Rule = {
  id: "unresolved-number",
  title: "no text contains a number that cdktf failed to resolve",
  why: "a counted name becomes id--8.109562212591379e+298, and the same one for each instance",
  source: "cdktf, number tokens in strings are found only where no digit, dot or dash stands before them",
  level: "error",
  rawLevel: "warning",
  check: (model) => {
    const violations: Violation[] = [];
    for (const entry of model.entries) {
      for (const name in entry.values) {
        const value = entry.values[name];
        // Thousands of arguments are short words.
        if (typeof value === "string" && value.length < SHORTEST_WITH_TOKEN) continue;
        const found = name === "//" ? undefined : findText(name, value);
        if (found !== undefined) violations.push(violation(entry, name, found));
      }
    }
    return violations;
  },
};

function violation(entry: Entry, name: string, found: string): Violation {
  const message =
    `${name} "${found}" contains an unresolved number token, from a number such as count.index beside a dash, ` +
    "dot or digit; allowed is one after a letter or underscore; write it that way, or the whole text with " +
    'Fn.format("...-%d", [number])';
  // Azure takes a plus sign in no name of these.
  const isCertain = name === "name" && entry.type in UNIQUE_IN_RESOURCE_GROUP;
  return isCertain ? { entry, message, rawLevel: "error" } : { entry, message };
}

/** The first text with such a number in an argument; that of a password is not for a message. */
function findText(name: string, value: unknown): string | undefined {
  if (typeof value === "string") {
    if (!hasNumberToken(value)) return undefined;
    return name.includes("password") ? "(a password)" : value;
  }
  if (typeof value !== "object" || value === null) return undefined;
  for (const inner in value) {
    const item = (value as Block)[inner];
    const found = findText(name.includes("password") ? name : inner, item);
    if (found !== undefined) return found;
  }
  return undefined;
}
