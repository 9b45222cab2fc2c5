import { entryOf, follow, type Model } from "../model/model";
import { canBeScope, mistakenScopeReference } from "../model/possible-scope";
import type { RoleDefinition } from "../model/role-definition";
import { isScope, normalizeScope } from "../model/scope";
import { literalText, showValue, type Value, valueKey } from "../model/value";
import type { Rule } from "./rule";

export const roleDefinitionScopes: Rule = {
  id: "role-definition-scopes",
  title:
    "the scope and the assignable scopes of a role are scopes that Azure takes, with at most one management group",
  why: "azurerm refuses another scope before the plan; Azure refuses texts that are no scopes, the root, wildcards and a second management group at apply",
  source: "Azure, Azure custom roles (custom role limits); azurerm, azurerm_role_definition (scope)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    model.roleDefinitions.flatMap((definition) =>
      problemsOf(model, definition).map((message) => ({ entry: definition.entry, message })),
    ),
};

const FIX = "list the management group or the subscriptions in which the role is needed";

function problemsOf(model: Model, { scope, assignableScopes = [] }: RoleDefinition): string[] {
  const home = follow(model, scope);
  const homeless = home && scopeProblem(home);
  const scopes = assignableScopes.map((each) => follow(model, each) ?? each);
  // A role that lists none has its own scope for the only one.
  const others = homeless ? scopes.filter((each) => showValue(each) !== showValue(home)) : scopes;
  const texts = scopes.flatMap((each) => literalText(each) ?? []);
  const refused = [...(homeless ?? []), ...others.flatMap(assignableProblem)];
  const groups = managementGroups(model, scopes, texts);
  if (groups.length < 2) return refused;
  return [
    ...refused,
    `${groups.length} management groups are assignable scopes, ${groups.join(" and ")}; allowed is one; keep the one ` +
      "above the others, or define a role for each",
  ];
}

/** Source: azurerm, internal/services/authorization/role_definition_resource.go, which minds the case. */
const HOME = /^\/(?:subscriptions|providers\/Microsoft\.Management\/managementGroups)\//;

function scopeProblem(scope: Value): string[] | undefined {
  const text = literalText(scope);
  if (!isWrong(scope) && (text === undefined || HOME.test(text))) return undefined;
  return [
    `scope "${showValue(scope)}" is not one that a role can have; allowed are /subscriptions/<guid> and ids in it, and ` +
      "/providers/Microsoft.Management/managementGroups/<name>; write one with Scope, or pass the id of a resource",
  ];
}

function assignableProblem(scope: Value): string[] {
  const text = showValue(scope);
  const allowed = "allowed are one management group, subscriptions, and groups or resources in those";
  const says = (what: string) => [`assignable scope "${text}" ${what}; ${allowed}; ${FIX}`];
  if (text === "/") return says("is the root, which is for built-in roles");
  if (literalText(scope)?.includes("*")) return says('contains a "*"');
  return isWrong(scope) ? says("is not an id that Azure knows as a scope") : [];
}

/** Other than of bindings, text that looks like an address is said to be wrong by this rule alone. */
function isWrong(scope: Value): boolean {
  const text = literalText(scope);
  if (text !== undefined) return !isScope(text);
  return mistakenScopeReference(scope) !== undefined || !canBeScope(scope);
}

/** Groups that are certainly different: a group that is written out can be one that is referred to. */
function managementGroups(model: Model, scopes: readonly Value[], texts: readonly string[]): string[] {
  const written = texts
    .map(normalizeScope)
    .filter((text) => text.startsWith("/providers/microsoft.management/managementgroups/"));
  const made = scopes.flatMap((scope) => {
    const entry = scope.kind === "reference" && scope.attribute === "id" ? entryOf(model, scope) : undefined;
    return entry?.type === "azurerm_management_group" && !entry.isData ? [[valueKey(scope), entry.path]] : [];
  }) as [string, string][];
  const [byText, byEntry] = [[...new Set(written)], [...new Map(made).values()]];
  return byText.length > byEntry.length ? byText : byEntry;
}
