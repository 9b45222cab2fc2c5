import { showValue } from "../model/value";
import type { Rule } from "./rule";

export const roleChoice: Rule = {
  id: "role-choice",
  title: "a role assignment names its role once, by id or by name",
  why: "azurerm asks for exactly one of role_definition_id and role_definition_name and fails at plan",
  source: "azurerm, azurerm_role_assignment (ExactlyOneOf)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    model.bindings.flatMap(({ entry, roleDefinitionId: id, roleDefinitionName: name }) => {
      // An expression can be null, which is how modules choose between id and name.
      if (!id !== !name || id?.kind === "unknown" || name?.kind === "unknown") return [];
      const message =
        id && name
          ? `both role_definition_id "${showValue(id)}" and role_definition_name "${showValue(name)}" are given; allowed is ` +
            "exactly one of them; remove role_definition_name, as an id survives a renamed role"
          : "no role is given; allowed is exactly one of role_definition_id and role_definition_name; " +
            "set role_definition_id";
      return [{ entry, message }];
    }),
};
