import { REMOVED_IN_AZURERM_5 } from "../azure/removed-in-azurerm-5";
import { providerConstraint } from "../model/provider-constraint";
import { resourcesOf } from "../model/resources-of";
import { admitsFrom } from "../model/version-constraint";
import type { Rule } from "./rule";

export const providerVersion: Rule = {
  id: "provider-version",
  title: "the version constraint of azurerm keeps to versions that have what the stack uses",
  why: "azurerm 5.0 has removed arguments: the next init without a lock file, or with an upgrade, breaks the plan",
  source: "azurerm, 5.0 Upgrade Guide; Terraform, Version Constraints",
  level: "warning",
  rawLevel: "warning",
  check: (model) => {
    const constraints = new Map(
      model.stacks.map((stack) => [stack.path, providerConstraint(stack, "azurerm")]),
    );
    return resourcesOf(model, (type) => Object.hasOwn(REMOVED_IN_AZURERM_5, type)).flatMap((entry) => {
      const constraint = constraints.get(entry.stack);
      const removed = REMOVED_IN_AZURERM_5[entry.type] ?? [];
      const used = removed.filter((name) => entry.values[name] !== undefined);
      if (used.length === 0 || constraint === undefined || !admitsFrom(constraint, 5)) return [];
      const admitting = constraint
        ? `which the version constraint "${constraint}" of the stack admits`
        : "which the stack admits, as it has no version constraint";
      const message =
        `azurerm 5.0, ${admitting}, has no ${used.join(" and no ")} in ${entry.type}; allowed are versions below 5.0; ` +
        'constrain azurerm to "~> 4.55", or to the one version that cdktf\'s provider is made for';
      return [{ entry, message }];
    });
  },
};
