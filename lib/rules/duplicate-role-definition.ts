import type { Entry } from "../model/entry";
import { argument, follow, type Model } from "../model/model";
import { subscriptionKey } from "../model/subscription";
import { literalText } from "../model/value";
import { pairs } from "./pairs";
import type { Rule } from "./rule";

export const duplicateRoleDefinition: Rule = {
  id: "duplicate-role-definition",
  title: "two roles of the app's own have different names",
  why: "names are unique in the tenant: Azure answers the second one with 409 RoleDefinitionWithSameNameExists",
  source: "Azure, Azure custom roles (roleName)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    pairs(
      model.roleDefinitions.map(({ entry }) => entry),
      (entry) => nameKey(model, entry),
      (entry, other) => {
        const [name, otherName] = [nameOf(model, entry), nameOf(model, other)];
        return (
          `role definition name "${name}" is the name of ${other.path} too` +
          `${name === otherName ? "" : `, there written "${otherName}", as Azure ignores case`}; allowed is each name ` +
          "once in the tenant; rename one of the two, or bind one role at both places"
        );
      },
    ),
};

/** Stacks of one subscription are in one tenant; those of two need not be. */
function nameKey(model: Model, entry: Entry): string | undefined {
  const name = entry.repeated ? undefined : nameOf(model, entry);
  return name && `${subscriptionKey(model, entry)}|${name.toLowerCase()}`;
}

function nameOf(model: Model, entry: Entry): string | undefined {
  return literalText(follow(model, argument(model, entry, "name")));
}
