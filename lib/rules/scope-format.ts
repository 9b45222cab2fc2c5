import { bindingsBy } from "../model/bindings-by";
import { follow } from "../model/model";
import { quotedAddress } from "../model/quoted-address";
import { isScope } from "../model/scope";
import { literalStart, showValue, type Value } from "../model/value";
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
      const given = follow(model, value);
      if (!given || isPossible(given)) return [];
      const message =
        `scope "${showValue(given)}" is not an id that Azure knows as a scope; allowed are "/", /providers/Microsoft.Management/managementGroups/<name>, ` +
        "/subscriptions/<guid>, /subscriptions/<guid>/resourceGroups/<group> and ids of resources below those; " +
        "pass the id of a resource, or one of Scope.subscription, Scope.resourceGroup, Scope.managementGroup";
      return bindings.map(({ entry }) => ({ entry, message }));
    }),
};

function isPossible(scope: Value): boolean {
  const text = scope.kind === "literal" ? String(scope.value) : undefined;
  if (text !== undefined) return isScope(text) || quotedAddress(text) !== undefined;
  const start = literalStart(scope);
  return start === "" || start.startsWith("/");
}
