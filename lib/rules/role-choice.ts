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
      if ((roleDefinitionId === undefined) !== (roleDefinitionName === undefined)) return [];
      const given = roleDefinitionId ? "both role_definition_id and role_definition_name are" : "no role is";
      const message = `${given} given; allowed is exactly one of the two; keep role_definition_id, which survives a renamed role`;
      return [{ entry, message }];
    }),
};
