import type { Binding } from "../model/binding";
import { bindingsBy } from "../model/bindings-by";
import { argument, follow, type Model } from "../model/model";
import { showValue } from "../model/value";
import type { Rule } from "./rule";

export const roleCondition: Rule = {
  id: "role-condition",
  title: "the condition of a role assignment is not empty, and has a version that azurerm knows",
  why: "azurerm refuses an empty condition and a strange version at plan, and a version without a condition at apply",
  source: "azurerm, azurerm_role_assignment (condition, condition_version)",
  level: "error",
  rawLevel: "error",
  check: (model) => {
    const given = [...bindingsBy(model, "condition"), ...bindingsBy(model, "condition_version")];
    return [...new Set(given.flatMap(({ bindings }) => bindings))].flatMap((binding) => {
      const message = problemOf(model, binding);
      return message ? [{ entry: binding.entry, message }] : [];
    });
  },
};

function problemOf(model: Model, binding: Binding): string | undefined {
  const condition = follow(model, binding.condition);
  const version = follow(model, argument(model, binding.entry, "condition_version"));
  if (condition?.kind === "literal" && condition.value === "") {
    return 'condition "" is empty; allowed is the text of a condition, or no condition; write it, or leave condition and condition_version out';
  }
  if (version?.kind !== "literal") return undefined;
  const shown = `condition version "${showValue(version)}"`;
  if (!condition) {
    return `${shown} is given without a condition; allowed is a version for a condition; set condition, or leave condition_version out`;
  }
  if (!["1.0", "2.0"].includes(String(version.value))) {
    return `${shown} is no version that azurerm knows; allowed is "2.0"; set condition_version to that`;
  }
  return undefined;
}
