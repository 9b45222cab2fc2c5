import type { Binding } from "../model/binding";
import { roleKey, showRole } from "../model/bound-role";
import { groupBy } from "../model/group-by";
import { follow, type Model } from "../model/model";
import { knownPrincipal } from "../model/principal";
import { scopeChain } from "../model/scope-chain";
import { bindingsOfSharedPrincipals } from "../model/shared-principals";
import { showValue, type Value, valueKey } from "../model/value";
import type { Rule, Violation } from "./rule";

export const redundantRoleBinding: Rule = {
  id: "redundant-role-binding",
  title: "a role is bound to a principal at the highest scope that it needs, not below that once more",
  why: "a role holds at its scope and below: the second grant adds nothing, and hides that the first one is wide",
  source: "Azure, Understand scope for Azure RBAC (lower scopes inherit role permissions)",
  level: "warning",
  rawLevel: "warning",
  check: (model) => {
    const compared = bindingsOfSharedPrincipals(model).flatMap((binding) => {
      const key = grantKey(model, binding);
      return key === undefined ? [] : [{ binding, key }];
    });
    return [...groupBy(compared, ({ key }) => key).values()].flatMap((same) =>
      same.length < 2
        ? []
        : belowOthers(
            model,
            same.map(({ binding }) => binding),
          ),
    );
  },
};

/** The key of role and principal; none for bindings that hold under a condition, or are several in one. */
function grantKey(model: Model, binding: Binding): string | undefined {
  const principal = follow(model, binding.principal);
  const role = roleKey(model, binding);
  if (binding.entry.repeated || binding.condition || !binding.scope || !principal || !role) return undefined;
  return `${role}|${valueKey(knownPrincipal(model, principal))}`;
}

/** A violation for each binding with another one above it, of which the nearest is named. */
function belowOthers(model: Model, bindings: readonly Binding[]): Violation[] {
  const chains = new Map(bindings.map((binding) => [binding, scopeChain(model, binding.scope as Value)]));
  const byScope = new Map(bindings.map((binding) => [chains.get(binding)?.[0], binding]));
  return bindings.flatMap((binding): Violation[] => {
    const [, ...above] = chains.get(binding) ?? [];
    const wider = above.flatMap((key) => byScope.get(key) ?? [])[0];
    if (!wider) return [];
    const { entry } = binding;
    const subject = `role "${showRole(binding)}" for principal "${showValue(binding.principal as Value)}"`;
    const [narrow, wide] = [showScope(model, binding), showScope(model, wider)];
    return [
      {
        entry,
        message:
          `${subject} at scope ${narrow} holds there already, as ${wider.entry.path} binds it at scope ${wide}; allowed ` +
          "is one of the two; remove this one, or the wider one where that is more than the work needs",
        mirrored: {
          entry: wider.entry,
          message:
            `${subject} at scope ${wide} is bound by ${entry.path} at scope ${narrow} too, where it holds already; ` +
            "allowed is one of the two; remove that one, or this one where it is more than the work needs",
        },
      },
    ];
  });
}

function showScope(model: Model, { scope }: Binding): string {
  return `"${showValue(follow(model, scope) as Value)}"`;
}
