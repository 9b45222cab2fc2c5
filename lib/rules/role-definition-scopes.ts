import { entryOf, follow, type Model } from "../model/model";
import type { RoleDefinition } from "../model/role-definition";
import { normalizeScope } from "../model/scope";
import { literalText, type Value, valueKey } from "../model/value";
import type { Rule } from "./rule";

export const roleDefinitionScopes: Rule = {
  id: "role-definition-scopes",
  title: "the assignable scopes of a role are scopes that Azure takes, with at most one management group",
  why: "Azure refuses the root, wildcards and a second management group at apply",
  source: "Azure, Azure custom roles (custom role limits)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    model.roleDefinitions.flatMap((definition) =>
      problemsOf(model, definition).map((message) => ({ entry: definition.entry, message })),
    ),
};

const FIX = "list the management group or the subscriptions in which the role is needed";

function problemsOf(model: Model, { assignableScopes = [] }: RoleDefinition): string[] {
  const scopes = assignableScopes.map((scope) => follow(model, scope) ?? scope);
  const texts = scopes.flatMap((scope) => literalText(scope) ?? []);
  const allowed = "allowed are one management group, subscriptions, and groups or resources in those";
  const refused = texts.flatMap((text) => {
    if (text === "/")
      return [`assignable scope "/" is the root, which is for built-in roles; ${allowed}; ${FIX}`];
    return text.includes("*") ? [`assignable scope "${text}" contains a "*"; ${allowed}; ${FIX}`] : [];
  });
  const groups = managementGroups(model, scopes, texts);
  if (groups.length < 2) return refused;
  return [
    ...refused,
    `${groups.length} management groups are assignable scopes, ${groups.join(" and ")}; allowed is one; keep the one ` +
      "above the others, or define a role for each",
  ];
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
