import { argument, follow, type Model } from "../model/model";
import { resourcesOf } from "../model/resources-of";
import { literalStart, showValue, type Value } from "../model/value";
import type { Rule } from "./rule";
import { isWithin, type NamingConvention, nearest } from "./settings";

export const namingConvention: Rule = {
  id: "naming-convention",
  title:
    "names follow the convention that IdentityRules.naming sets for their type; without one, all names do",
  why: "people and policies find resources by their names",
  source: "Azure, Cloud Adoption Framework, Define your naming convention",
  level: "warning",
  rawLevel: "warning",
  check: (model, { conventions }) => {
    const types = new Set(conventions.map(({ resourceType }) => resourceType));
    return resourcesOf(model, (type) => types.has(type)).flatMap((entry) => {
      const ofType = conventions.filter(
        ({ resourceType, path }) => resourceType === entry.type && isWithin(entry.stack, path),
      );
      const convention = nearest(ofType);
      const message = convention && messageFor(model, convention, argument(model, entry, "name"));
      return message ? [{ entry, message }] : [];
    });
  },
};

function messageFor(
  model: Model,
  { resourceType, prefix, pattern }: NamingConvention,
  value: Value | undefined,
): string | undefined {
  const name = follow(model, value);
  if (!name || isKept(name, prefix, pattern)) return undefined;
  const [problem, allowed] =
    prefix === undefined
      ? [`does not match ${pattern}`, "that match"]
      : [`does not begin with "${prefix}"`, "that do"];
  return (
    `name "${showValue(name)}" ${problem}; allowed for ${resourceType} are names ${allowed}; rename it, which replaces it ` +
    "where it is deployed already, or accept the name with IdentityRules.acknowledge"
  );
}

/** Of a name with unknown parts, only its start can contradict a prefix, and nothing a pattern. */
function isKept(name: Value, prefix: string | undefined, pattern: string | undefined): boolean {
  const whole = name.kind === "literal" ? String(name.value) : undefined;
  if (prefix === undefined) return whole === undefined || new RegExp(pattern ?? "").test(whole);
  return whole === undefined ? agree(literalStart(name), prefix) : whole.startsWith(prefix);
}

function agree(start: string, prefix: string): boolean {
  return start.startsWith(prefix) || prefix.startsWith(start);
}
