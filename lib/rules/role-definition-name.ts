import { follow } from "../model/model";
import { literalText } from "../model/value";
import type { Rule } from "./rule";

const LONGEST = 512;

export const roleDefinitionName: Rule = {
  id: "role-definition-name",
  title: `the display name of a role has 1-${LONGEST} characters`,
  why: "azurerm refuses an empty name at plan, and Azure a longer one at apply",
  source: "Azure, Azure custom roles (roleName)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    model.roleDefinitions.flatMap(({ entry, name }) => {
      const text = literalText(follow(model, name));
      const length = [...(text ?? "")].length;
      if (text === undefined || (length > 0 && length <= LONGEST)) return [];
      const given = length === 0 ? "is empty" : `"${text.slice(0, 40)}..." has ${length} characters`;
      const message = `role definition name ${given}; allowed are 1-${LONGEST} characters; change the name`;
      return [{ entry, message }];
    }),
};
