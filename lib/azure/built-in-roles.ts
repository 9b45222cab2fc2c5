import { nearest } from "./nearest";

interface RoleTable {
  readonly idByName: ReadonlyMap<string, string>;
  readonly nameById: ReadonlyMap<string, string>;
}

let table: RoleTable | undefined;

/** The GUID of a built-in role by its current or a former name; names ignore case, as in Azure. */
export function builtInRoleId(name: string): string | undefined {
  return roleTable().idByName.get(name.toLowerCase());
}

/** The current name of a built-in role. */
export function builtInRoleName(id: string): string | undefined {
  return roleTable().nameById.get(id.toLowerCase());
}

/** Built-in roles with names like a misspelt one. */
export function nearestRoleNames(name: string): string[] {
  return nearest(name, roleTable().nameById.values());
}

/** The table is read at the first question: many stacks bind roles by id alone and never need it. */
function roleTable(): RoleTable {
  if (table) return table;
  const { CURRENT, FORMER } = require("./built-in-role-table") as typeof import("./built-in-role-table");
  const current = rows(CURRENT);
  const entries = [...rows(FORMER), ...current];
  table = {
    idByName: new Map(entries.map(([id, name]) => [name.toLowerCase(), id])),
    nameById: new Map(current),
  };
  return table;
}

function rows(text: string): [id: string, name: string][] {
  return text
    .trim()
    .split("\n")
    .filter(Boolean)
    .map((line) => [line.slice(0, 36), line.slice(37)]);
}
