import { conditionProblem } from "../azure/condition-text";
import { bindingsBy } from "../model/bindings-by";
import { follow } from "../model/model";
import { literalText } from "../model/value";
import type { Rule } from "./rule";

export const conditionSyntax: Rule = {
  id: "condition-syntax",
  title: "the condition of a role assignment closes what it opens, and is no longer than 8 KB",
  why: "azurerm passes any text on; Azure answers at apply that the given role assignment condition is invalid, and not why",
  source:
    "Azure, Azure role assignment condition format and syntax; Azure, Troubleshoot Azure role assignment conditions; Azure, Azure RBAC limits",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    bindingsBy(model, "condition").flatMap(({ value, bindings }) => {
      const problem = conditionProblem(literalText(follow(model, value)) ?? "");
      if (!problem) return [];
      const message =
        `condition ${problem}; allowed is text of at most 8 KB in which each quote, parenthesis, bracket and brace is ` +
        "closed; mend it, or make it anew with the visual editor of the portal and copy its code";
      return bindings.map(({ entry }) => ({ entry, message }));
    }),
};
