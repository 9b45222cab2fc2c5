import { bindingsBy } from "../model/bindings-by";
import { follow } from "../model/model";
import { canBeScope, mistakenScopeReference } from "../model/possible-scope";
import { showValue, type Value } from "../model/value";
import type { Rule } from "./rule";

export const scopeFormat: Rule = {
  id: "scope-format",
  title: "the scope of a role assignment is an id that Azure knows as a scope",
  why: "azurerm takes any text with a slash in it; Azure refuses it at apply",
  source: "azurerm, azurerm_role_assignment (scope); Azure, Understand scope for Azure RBAC",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    bindingsBy(model, "scope").flatMap(({ value, bindings }) => {
      const fault = faultOf(value, follow(model, value) ?? value);
      if (fault === undefined) return [];
      const message =
        `scope ${fault} not an id that Azure knows as a scope; allowed are "/", /providers/Microsoft.Management/managementGroups/<name>, ` +
        "/subscriptions/<guid>, /subscriptions/<guid>/resourceGroups/<group> and ids of resources below those; " +
        "pass the id of a resource, or one of Scope.subscription, Scope.resourceGroup, Scope.managementGroup";
      return bindings.map(({ entry }) => ({ entry, message }));
    }),
};

function faultOf(written: Value, given: Value): string | undefined {
  const mistaken = mistakenScopeReference(written) ?? mistakenScopeReference(given);
  if (mistaken) {
    return `"${showValue(written)}" takes the ${mistaken.attribute} of ${mistaken.address}, which is`;
  }
  if (canBeScope(given)) return undefined;
  const shown = showValue(given);
  return `"${shown}" ${/^\s|\s$/.test(shown) ? "has white space at its end, and is" : "is"}`;
}
