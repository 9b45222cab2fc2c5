import { builtInRoleId, builtInRoleName } from "../azure/built-in-roles";
import type { Binding } from "../model/binding";
import { guidOfRole, nameOfRole } from "../model/binding";
import type { Entry } from "../model/entry";
import { follow, type Model } from "../model/model";
import { normalizeScope } from "../model/scope";
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
    const bindings = new Map(model.bindings.map((binding) => [binding.entry, binding]));
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
  const role = roleKey(binding);
  if (binding.entry.repeated || !scope || !principal || !role) return undefined;
  const literalScope = literalText(scope);
  const scopeKey = literalScope === undefined ? valueKey(scope) : normalizeScope(literalScope);
  return [scopeKey, role, valueKey(principal)].join("|");
}

/** The role as a person knows it: by its name, where a GUID is that of a built-in one. */
function showRole(binding: Binding): string {
  const guid = guidOfRole(binding);
  const role = binding.roleDefinitionId ?? binding.roleDefinitionName;
  return (guid && builtInRoleName(guid)) || showValue(role as Value);
}

function roleKey(binding: Binding): string | undefined {
  const guid = guidOfRole(binding);
  if (guid) return guid;
  const name = nameOfRole(binding);
  if (name !== undefined) return builtInRoleId(name) ?? name.toLowerCase();
  const role = binding.roleDefinitionId ?? binding.roleDefinitionName;
  return role && valueKey(role);
}
