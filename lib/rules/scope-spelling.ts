import { bindingsBy } from "../model/bindings-by";
import { ignoresChanges } from "../model/entry";
import { follow } from "../model/model";
import { canBeScope, mistakenScopeReference } from "../model/possible-scope";
import { reportedScope } from "../model/reported-scope";
import { showValue } from "../model/value";
import type { Rule } from "./rule";

export const scopeSpelling: Rule = {
  id: "scope-spelling",
  title: "the scope of a role assignment is written as Azure reports it",
  why:
    "azurerm compares the scope with what is reported: with a slash at its end, or a group with resourcegroups in small " +
    "letters, it replaces the grant on every apply, and access is gone for that while",
  source: "azurerm, azurerm_role_assignment (scope; issues 23593 and 24434)",
  level: "error",
  rawLevel: "warning",
  check: (model) =>
    bindingsBy(model, "scope").flatMap(({ value, bindings }) => {
      const given = follow(model, value);
      const isSpelt = given && canBeScope(given) && !mistakenScopeReference(given);
      const reported = isSpelt ? reportedScope(given) : undefined;
      if (!given || reported === undefined) return [];
      const message =
        `scope "${showValue(given)}" is not written as it is reported, and the role assignment is replaced at every ` +
        `plan; allowed is "${reported}"; write that, or pass the id of the resource as it is`;
      return bindings.flatMap(({ entry }) => (ignoresChanges(entry, "scope") ? [] : [{ entry, message }]));
    }),
};
