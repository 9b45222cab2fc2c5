import { builtInRoleId, builtInRoleName, isCurrentRoleName, nearestRoleNames } from "../azure/built-in-roles";
import { isGuid } from "../model/arm-id";
import { bindingsBy } from "../model/bindings-by";
import { argument } from "../model/model";
import { ROLE_DEFINITION_TYPE } from "../model/role-definition";
import { literalText } from "../model/value";
import type { Rule } from "./rule";

export const unknownRoleName: Rule = {
  id: "unknown-role-name",
  title: "a role that is given by name is a built-in one or one that the app defines",
  why: "azurerm looks names up at apply: one that is not there fails then, and one of the tenant's own cannot be checked here",
  source: "azurerm, azurerm_role_assignment (role_definition_name is looked up at the scope)",
  level: "warning",
  rawLevel: "warning",
  check: (model) => {
    const defined = new Set(
      model.types
        .filter(({ type }) => type === ROLE_DEFINITION_TYPE)
        .flatMap(({ entries }) => entries)
        .map((entry) => literalText(argument(model, entry, "name"))?.toLowerCase()),
    );
    return bindingsBy(model, "role_definition_name").flatMap(({ value, bindings }) => {
      const name = literalText(value);
      if (name === undefined || isCurrentRoleName(name) || defined.has(name.toLowerCase())) return [];
      return bindings.flatMap(({ entry }) => {
        const message = messageFor(name, entry.own);
        return message ? [{ entry, message }] : [];
      });
    });
  },
};

/** `Role.fromName` says that the role is one of the tenant's own: only a name close to a built-in one is doubtful then. */
function messageFor(name: string, isSaidToExist: boolean): string | undefined {
  if (isGuid(name)) return guidMessage(name);
  const id = builtInRoleId(name);
  if (id) return formerMessage(name, builtInRoleName(id) ?? id);
  const nearest = nearestRoleNames(name)
    .map((candidate) => `"${candidate}"`)
    .join(" or ");
  if (isSaidToExist && nearest === "") return undefined;
  return (
    `role name "${name}" is neither a built-in role nor defined in this app; allowed is the exact name of a role ` +
    `at the scope; ${nearest ? `use ${nearest}, or ` : ""}give the role of your tenant by its id`
  );
}

function formerMessage(former: string, current: string): string {
  return (
    `role name "${former}" is a former name of the built-in role "${current}"; allowed is the present name, as azurerm ` +
    `looks it up at apply; use "${current}", or Role.builtIn, which goes by the id`
  );
}

function guidMessage(guid: string): string {
  const builtIn = builtInRoleName(guid);
  return (
    `role name "${guid}" is a GUID${builtIn ? `, the id of "${builtIn}"` : ""}; allowed is the exact name of a role at ` +
    "the scope; give the GUID as role_definition_id, in the form " +
    `<subscription of the scope>/providers/Microsoft.Authorization/roleDefinitions/${guid}`
  );
}
