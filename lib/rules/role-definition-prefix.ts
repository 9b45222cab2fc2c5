import { isGuid } from "../model/arm-id";
import { bindingsBy } from "../model/bindings-by";
import { ignoresChanges } from "../model/entry";
import { groupBy } from "../model/group-by";
import { follow, type Model } from "../model/model";
import { reportedRoleIdStart } from "../model/reported-role-id";
import { roleGuid } from "../model/scope";
import { literalEnd, literalStart, literalText, showValue, type Value } from "../model/value";
import type { Rule } from "./rule";

export const roleDefinitionPrefix: Rule = {
  id: "role-definition-prefix",
  title: "the id of a role begins as Azure reports it for the scope of the assignment",
  why:
    "azurerm compares the id with what Azure reports: with another beginning it replaces the grant on every apply, and " +
    "access is gone for that while",
  source: "azurerm, azurerm_role_assignment (role_definition_id; issue 4847)",
  level: "error",
  rawLevel: "warning",
  check: (model) =>
    bindingsBy(model, "role_definition_id").flatMap(({ value, bindings }) =>
      [...groupBy(bindings, ({ scope }) => scope)].flatMap(([scope, alike]) => {
        const message = scope && messageFor(model, value, scope);
        if (!message) return [];
        return alike.flatMap(({ entry }) =>
          ignoresChanges(entry, "role_definition_id") ? [] : [{ entry, message }],
        );
      }),
    ),
};

function messageFor(model: Model, role: Value, scope: Value): string | undefined {
  const start = reportedRoleIdStart(model, scope);
  const given = follow(model, role);
  if (!start || !given || !beginsOtherwise(given, start)) return undefined;
  const guid = roleGuid(literalEnd(given)) ?? "<guid>";
  return (
    `role definition id "${showValue(given)}" does not begin as Azure reports it for scope ` +
    `"${showScope(model, scope)}"; allowed is ${written(start, guid)}; write that, or bind with IdentityRoleBinding, ` +
    "which does"
  );
}

/** Whether the known text rules out the beginning; a literal that is no role's id is wrong in another way. */
function beginsOtherwise(given: Value, start: string): boolean {
  const text = literalText(given);
  if (text !== undefined && (roleGuid(text) === undefined || isGuid(text))) return false;
  const known = literalStart(given).toLowerCase();
  const length = Math.min(known.length, start.length);
  return known.slice(0, length) !== start.slice(0, length).toLowerCase();
}

function written(start: string, guid: string): string {
  return start.endsWith("/roleDefinitions/")
    ? start + guid
    : `/subscriptions/<subscription of the scope>/providers/Microsoft.Authorization/roleDefinitions/${guid}`;
}

function showScope(model: Model, scope: Value): string {
  return showValue(follow(model, scope) ?? scope);
}
