import type { Entry } from "../model/entry";
import { type Model, statedText } from "../model/model";
import { subscriptionKey } from "../model/subscription";
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
        const [name, otherName] = [statedText(model, entry, "name"), statedText(model, other, "name")];
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
  const name = entry.repeated ? undefined : statedText(model, entry, "name");
  return name && `${subscriptionKey(model, entry)}|${name.toLowerCase()}`;
}
