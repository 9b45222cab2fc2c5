import { UNIQUE_IN_RESOURCE_GROUP } from "../azure/unique-in-group";
import type { Entry } from "../model/entry";
import { argument, follow, type Model, statedText } from "../model/model";
import { resourcesOf } from "../model/resources-of";
import { sharing } from "../model/sharing";
import { subscriptionKey } from "../model/subscription";
import { valueKey } from "../model/value";
import { pairs } from "./pairs";
import type { Rule } from "./rule";

export const duplicateName: Rule = {
  id: "duplicate-name",
  title: "two resources of one type in one resource group have different names",
  why: "names differ in Azure only when they differ in more than case: the second create fails, as the resource exists",
  source: "Azure, Naming rules and restrictions for Azure resources (case-insensitive comparison)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    pairs(
      namesakes(model),
      (entry) => nameKey(model, entry),
      (entry, other) => {
        const [name, otherName] = [statedText(model, entry, "name"), statedText(model, other, "name")];
        return (
          `name "${name}" is the name of ${other.path} too, in the same resource group` +
          `${name === otherName ? "" : ` and there written "${otherName}", as Azure ignores case`}; ` +
          "allowed is each name once per type; rename one of the two, or use one resource for both"
        );
      },
    ),
};

/** Few names come twice: only of these it matters where the resources are. */
function namesakes(model: Model): Entry[] {
  const named = resourcesOf(model, (type) => type in UNIQUE_IN_RESOURCE_GROUP);
  return sharing(named, (entry) => statedText(model, entry, "name")?.toLowerCase()).flat();
}

function nameKey(model: Model, entry: Entry): string | undefined {
  const type = entry.repeated ? undefined : UNIQUE_IN_RESOURCE_GROUP[entry.type];
  const group = type && follow(model, argument(model, entry, "resource_group_name"));
  const name = type && statedText(model, entry, "name");
  if (!type || !group || !name) return undefined;
  return [type, subscriptionKey(model, entry), valueKey(group), name.toLowerCase()].join("|");
}
