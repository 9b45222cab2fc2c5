import type { Binding } from "../model/binding";
import { roleKey, showRole } from "../model/bound-role";
import type { Entry } from "../model/entry";
import { follow, type Model } from "../model/model";
import { normalizeScope } from "../model/scope";
import { bindingsOfSharedPrincipals, principalKey } from "../model/shared-principals";
import { literalText, showValue, type Value, valueKey } from "../model/value";
import { pairs } from "./pairs";
import type { Rule } from "./rule";

export const duplicateRoleBinding: Rule = {
  id: "duplicate-role-binding",
  title: "a role is bound to a principal at a scope once",
  why: "Azure answers the second one with 409 RoleAssignmentExists, halfway through the apply",
  source: "Azure, Troubleshoot Azure RBAC (RoleAssignmentExists)",
  level: "error",
  rawLevel: "error",
  check: (model) => {
    const bindings = new Map(bindingsOfSharedPrincipals(model).map((binding) => [binding.entry, binding]));
    const bindingOf = (entry: Entry) => bindings.get(entry) as Binding;
    return pairs(
      [...bindings.keys()],
      (entry) => bindingKey(model, bindingOf(entry)),
      (entry, other) => {
        const binding = bindingOf(entry);
        const { scope, principal } = binding;
        return (
          `role "${showRole(binding)}" for principal "${showValue(principal as Value)}" at scope ` +
          `"${showValue(scope as Value)}" is bound by ${other.path} too; allowed is once; remove one of the two`
        );
      },
    );
  },
};

/** The key of what Azure allows once; none where one part is not given or several resources are made from one. */
function bindingKey(model: Model, binding: Binding): string | undefined {
  const scope = follow(model, binding.scope);
  const principal = follow(model, binding.principal);
  const role = roleKey(model, binding);
  if (binding.entry.repeated || !scope || !principal || !role) return undefined;
  return `${scopeKey(scope)}|${role}|${principalKey(model, principal)}`;
}

function scopeKey(scope: Value): string {
  const text = literalText(scope);
  return text === undefined ? valueKey(scope).replace(/\/+$/, "") : normalizeScope(text);
}
