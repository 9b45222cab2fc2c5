import { builtInRoleId, builtInRoleName } from "../azure/built-in-roles";
import { follow } from "../model/model";
import { literalText } from "../model/value";
import type { Rule } from "./rule";

export const reservedRoleDefinitionName: Rule = {
  id: "reserved-role-definition-name",
  title: "a role of the app's own is not named as a built-in one",
  why: "names are unique in the tenant: Azure answers 409 RoleDefinitionWithSameNameExists, unless the role is the older one",
  source: "Azure, Azure custom roles (roleName)",
  level: "error",
  rawLevel: "warning",
  check: (model) =>
    model.roleDefinitions.flatMap(({ entry, name }) => {
      const text = literalText(follow(model, name)) ?? "";
      const id = builtInRoleId(text);
      const builtIn = id && builtInRoleName(id);
      if (builtIn?.toLowerCase() !== text.toLowerCase()) return [];
      const message =
        `role definition name "${text}" is that of the built-in role ${id}; allowed are names that no other role of the ` +
        `tenant has; choose another one, such as "Custom ${builtIn}", or bind Role.builtIn("${builtIn}")`;
      return [{ entry, message }];
    }),
};
