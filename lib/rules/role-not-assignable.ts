import type { Binding } from "../model/binding";
import { bindingsBy } from "../model/bindings-by";
import { boundDefinition } from "../model/bound-role";
import { ignoresChanges } from "../model/entry";
import { entryOf, follow, type Model } from "../model/model";
import type { RoleDefinition } from "../model/role-definition";
import { knownPart, knownScope } from "../model/scope-chain";
import { showValue, type Value } from "../model/value";
import type { Rule } from "./rule";

export const roleNotAssignable: Rule = {
  id: "role-not-assignable",
  title: "a role of the app's own is bound where it can be given",
  why: "Azure refuses a binding outside the assignable scopes of the role, and one of data actions at a management group",
  source: "Azure, Azure custom roles (AssignableScopes, custom role limits)",
  level: "error",
  rawLevel: "error",
  check: (model) => {
    const definitions = new Map(model.roleDefinitions.map((definition) => [definition.entry, definition]));
    if (definitions.size === 0) return [];
    return bindingsBy(model, "role_definition_id").flatMap(({ value, bindings }) => {
      const reference = boundDefinition(model, { roleDefinitionId: value });
      const made = reference && entryOf(model, reference);
      const definition = made && definitions.get(made);
      if (!definition) return [];
      return bindings.flatMap((binding) => {
        const message = problemOf(model, binding, definition);
        return message ? [{ entry: binding.entry, message }] : [];
      });
    });
  },
};

const MANAGEMENT_GROUP = /^\/providers\/microsoft\.management\/managementgroups\/[^/]+$/;

function problemOf(model: Model, { scope }: Binding, definition: RoleDefinition): string | undefined {
  if (!scope) return undefined;
  const shown = showValue(follow(model, scope) ?? scope);
  const { path } = definition.entry;
  if (hasDataActions(definition) && isManagementGroup(model, scope)) {
    return (
      `the role of ${path} has data actions and is bound at management group "${shown}"; allowed are subscriptions and ` +
      "below; bind it at the subscriptions of the group, or take the data actions out of the role"
    );
  }
  const assignable = reachable(model, definition);
  if (!assignable || assignable.some((other) => canHold(model, other, scope))) return undefined;
  return (
    `the role of ${path} cannot be given at scope "${shown}"; allowed are its assignable scopes and below, ` +
    `${assignable.join(" and ")}; add the scope to assignable_scopes, or bind the role in one of those`
  );
}

/** The assignable scopes; none where one is not known, or is a management group, of which no id tells what is below. */
function reachable(model: Model, { entry, assignableScopes = [] }: RoleDefinition): string[] | undefined {
  if (ignoresChanges(entry, "assignable_scopes")) return undefined;
  const known = assignableScopes.flatMap((scope) => knownScope(model, scope) ?? []);
  const isCertain = known.length === assignableScopes.length && known.length > 0;
  return isCertain && known.every((scope) => scope.startsWith("/subscriptions/")) ? known : undefined;
}

/** Whether a scope can lie in another one: what is not known of it may lead there. */
function canHold(model: Model, outer: string, scope: Value): boolean {
  const part = knownPart(model, scope);
  return isAtOrBelow(part, outer) || (knownScope(model, scope) === undefined && isAtOrBelow(outer, part));
}

function isAtOrBelow(scope: string, outer: string): boolean {
  return outer === "/" || scope === outer || scope.startsWith(`${outer}/`);
}

function hasDataActions({ permissions = [] }: RoleDefinition): boolean {
  return permissions.some(({ dataActions = [] }) => dataActions.length > 0);
}

function isManagementGroup(model: Model, scope: Value): boolean {
  if (MANAGEMENT_GROUP.test(knownScope(model, scope) ?? "")) return true;
  const isId = scope.kind === "reference" && scope.attribute === "id";
  return isId && entryOf(model, scope)?.type === "azurerm_management_group";
}
