import { builtInRoleId, builtInRoleName, isCurrentRoleName, nearestRoleNames } from "../azure/built-in-roles";
import { isGuid } from "../model/arm-id";
import type { Binding } from "../model/binding";
import { bindingsBy } from "../model/bindings-by";
import { ignoresChanges } from "../model/entry";
import { groupBy } from "../model/group-by";
import { argument, type Model } from "../model/model";
import { ROLE_DEFINITION_TYPE } from "../model/role-definition";
import { literalText } from "../model/value";
import type { Rule, Violation } from "./rule";

export const unknownRoleName: Rule = {
  id: "unknown-role-name",
  title: "a role that is given by name is a built-in one or one that the app defines, in its case",
  why:
    "azurerm looks names up at apply: one that is not there fails then, and one of the tenant's own cannot be checked " +
    "here; one in another case is found, and replaced at every plan",
  source: "azurerm, azurerm_role_assignment (role_definition_name is looked up at the scope)",
  level: "warning",
  rawLevel: "warning",
  check: (model) => {
    const known = knownNames(model);
    return bindingsBy(model, "role_definition_name").flatMap(({ value, bindings }) => {
      const name = literalText(value);
      if (name === undefined) return [];
      const exact = exactName(name, known.get(name.toLowerCase()));
      if (exact !== undefined) return exact === name ? [] : replaced(bindings, name, exact);
      return bindings.flatMap(({ entry }) => {
        const message = messageFor(name, entry.own);
        return message ? [{ entry, message }] : [];
      });
    });
  },
};

interface KnownName {
  readonly name: string;
  readonly isLookup: boolean;
}

/** What roles are called that the app defines or looks up, by the name in small letters. */
function knownNames(model: Model): ReadonlyMap<string, readonly KnownName[]> {
  const entries = model.types.filter(({ type }) => type === ROLE_DEFINITION_TYPE).flatMap((of) => of.entries);
  const names = entries.flatMap((entry) => {
    const name = literalText(argument(model, entry, "name"));
    return name === undefined ? [] : [{ name, isLookup: entry.isData }];
  });
  return groupBy(names, ({ name }) => name.toLowerCase());
}

/** The name as the role has it; that of a look-up may be in any case itself. */
function exactName(name: string, known: readonly KnownName[] = []): string | undefined {
  if (isCurrentRoleName(name)) return builtInRoleName(builtInRoleId(name) ?? "");
  return known.find((each) => each.isLookup || each.name === name) ? name : known[0]?.name;
}

/** More than the rule says of other names: these are replaced for certain. */
function replaced(bindings: readonly Binding[], name: string, exact: string): Violation[] {
  const message =
    `role name "${name}" is not in the case of the role "${exact}", and the role assignment is replaced at every plan, ` +
    `as azurerm reads "${exact}" back; allowed is the exact name; write "${exact}"`;
  return bindings
    .filter(({ entry }) => !ignoresChanges(entry, "role_definition_name"))
    .map(({ entry }) => ({ entry, message, level: "error", rawLevel: "warning" }));
}

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
