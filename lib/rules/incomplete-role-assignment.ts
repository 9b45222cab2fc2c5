import type { Rule } from "./rule";

export const incompleteRoleAssignment: Rule = {
  id: "incomplete-role-assignment",
  title: "a role assignment has a principal and a scope",
  why: "a value that is undefined in the program is left out of the JSON without a word, and Terraform refuses the rest",
  source: "azurerm, azurerm_role_assignment (principal_id and scope are required)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    model.bindings.flatMap(({ entry, principal, scope }) => {
      if (principal && scope) return [];
      const missing = [...(principal ? [] : ["principal_id"]), ...(scope ? [] : ["scope"])];
      const message =
        `${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} not given; allowed is a value for each; look ` +
        "for what is undefined where the binding is made, such as an environment variable that is not set";
      return [{ entry, message }];
    }),
};
