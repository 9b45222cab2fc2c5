import { builtInRoleId, nearestRoleNames } from "../azure/built-in-roles";
import { nameOfRole } from "../model/binding";
import { argument } from "../model/model";
import { literalText } from "../model/value";
import type { Rule } from "./rule";

export const unknownRoleName: Rule = {
  id: "unknown-role-name",
  title: "a role that is given by name is a built-in one or one that the app defines",
  why: "azurerm looks names up at apply: one that is not there fails then, and one of the tenant's own cannot be checked here",
  source: "azurerm, azurerm_role_assignment (role_definition_name is looked up at the scope)",
  level: "warning",
  rawLevel: "warning",
  check: (model) => {
    const defined = new Set(
      model.entries
        .filter(({ type }) => type === "azurerm_role_definition")
        .map((entry) => literalText(argument(model, entry, "name"))?.toLowerCase()),
    );
    return model.bindings.flatMap((binding) => {
      const name = nameOfRole(binding);
      if (name === undefined || builtInRoleId(name) || defined.has(name.toLowerCase())) return [];
      const nearest = nearestRoleNames(name)
        .map((candidate) => `"${candidate}"`)
        .join(" or ");
      const message =
        `role name "${name}" is neither a built-in role nor defined in this app; allowed is the exact name of a role ` +
        `at the scope; ${nearest ? `use ${nearest}, or ` : ""}give the role of your tenant by its id`;
      return [{ entry: binding.entry, message }];
    });
  },
};
