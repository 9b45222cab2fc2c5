import { STORAGE_DATA_ROLES } from "../azure/data-roles";
import { bindingsBy } from "../model/bindings-by";
import { showRole } from "../model/bound-role";
import { givesDataActions } from "../model/data-actions";
import { follow } from "../model/model";
import { literalText } from "../model/value";
import type { Rule } from "./rule";

export const conditionOperator: Rule = {
  id: "condition-operator",
  title: "the condition on a role with data actions of Microsoft.Storage compares no GUIDs",
  why: "Azure does not support the two together: whoever has the role is told that the authorization failed",
  source: "Azure, Troubleshoot Azure RBAC (Microsoft.Storage data action and a GUID comparison operator)",
  level: "warning",
  rawLevel: "warning",
  check: (model) =>
    bindingsBy(model, "condition").flatMap(({ value, bindings }) => {
      const condition = literalText(follow(model, value));
      const [operator] = (condition && GUID_OPERATOR.exec(withoutTexts(condition))) || [];
      if (!operator) return [];
      return bindings.flatMap((binding) => {
        if (!givesDataActions(model, binding, ROLES)) return [];
        const message =
          `condition with ${operator} is on role "${showRole(binding)}", which has data actions of Microsoft.Storage; ` +
          "allowed are other operators; compare names, paths or tags as text, or bind a role without such data actions";
        return [{ entry: binding.entry, message }];
      });
    }),
};

const ROLES = { builtIn: STORAGE_DATA_ROLES, namespace: "microsoft.storage/" };
const GUID_OPERATOR = /\bGuid(?:Not)?Equals\b/i;

function withoutTexts(condition: string): string {
  return condition.replace(/'[^']*'/g, "''");
}
