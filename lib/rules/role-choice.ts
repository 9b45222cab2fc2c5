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
    model.bindings.flatMap(({ entry, roleDefinitionId, roleDefinitionName }) => {
      const given = [roleDefinitionId, roleDefinitionName].filter((value) => value !== undefined);
      // An expression can be null, which is how modules choose between id and name.
      if (given.length === 1 || given.some(({ kind }) => kind === "unknown")) return [];
      const [id, name] = given.map((value) => `"${showValue(value)}"`);
      const message = id
        ? `both role_definition_id ${id} and role_definition_name ${name} are given; allowed is exactly one of them; ` +
          "remove role_definition_name, as an id survives a renamed role"
        : "no role is given; allowed is exactly one of role_definition_id and role_definition_name; " +
          "set role_definition_id";
      return [{ entry, message }];
    }),
};
