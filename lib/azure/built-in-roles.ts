import { nearest } from "./nearest";

interface RoleTable {
  readonly idByName: ReadonlyMap<string, string>;
  readonly nameById: ReadonlyMap<string, string>;
}

let table: RoleTable | undefined;
const nearestNames = new Map<string, readonly string[]>();

/** The GUID of a built-in role by its current or a former name; names ignore case, as in Azure. */
export function builtInRoleId(name: string): string | undefined {
  return roleTable().idByName.get(name.toLowerCase());
}

/** Whether a built-in role has this name now: a former name finds nothing where Azure looks names up. */
export function isCurrentRoleName(name: string): boolean {
  const id = builtInRoleId(name);
  return id !== undefined && builtInRoleName(id)?.toLowerCase() === name.toLowerCase();
}

/** The current name of a built-in role. */
export function builtInRoleName(id: string): string | undefined {
  return roleTable().nameById.get(id.toLowerCase());
}

/** The current names of all built-in roles. */
export function builtInRoleNames(): string[] {
  return [...roleTable().nameById.values()];
}

/** Built-in roles with names like a misspelt one; a stack may misspell it many times. */
export function nearestRoleNames(name: string): readonly string[] {
  const known = nearestNames.get(name);
  if (known) return known;
  const found = nearest(name, roleTable().nameById.values());
  nearestNames.set(name, found);
  return found;
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
