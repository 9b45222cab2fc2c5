import { nearest } from "./nearest";

/** Read at the first question: many stacks bind roles by id alone. */
let idByName: ReadonlyMap<string, string> | undefined;
const nameById = new Map<string, string | undefined>();
const nearestNames = new Map<string, readonly string[]>();

/** The GUID of a built-in role by its current or a former name; names ignore case, as in Azure. */
export function builtInRoleId(name: string): string | undefined {
  idByName ??= readIds();
  return idByName.get(name.toLowerCase());
}

/** Whether a built-in role has this name now: a former name finds nothing where Azure looks names up. */
export function isCurrentRoleName(name: string): boolean {
  const id = builtInRoleId(name);
  return id !== undefined && builtInRoleName(id)?.toLowerCase() === name.toLowerCase();
}

/** The current name of a built-in role. */
export function builtInRoleName(id: string): string | undefined {
  if (!nameById.has(id)) nameById.set(id, findName(id.toLowerCase()));
  return nameById.get(id);
}

/** The current names of all built-in roles. */
export function builtInRoleNames(): string[] {
  return rows(roleTable().CURRENT).map(([, name]) => name);
}

/** Built-in roles with names like a misspelt one; a stack may misspell it many times. */
export function nearestRoleNames(name: string): readonly string[] {
  const known = nearestNames.get(name);
  if (known) return known;
  const found = nearest(name, builtInRoleNames());
  nearestNames.set(name, found);
  return found;
}

function readIds(): ReadonlyMap<string, string> {
  const { CURRENT, FORMER } = roleTable();
  return new Map([...rows(FORMER), ...rows(CURRENT)].map(([id, name]) => [name.toLowerCase(), id]));
}

/** An app binds few roles: to find them is faster than to read all that there are. */
function findName(id: string): string | undefined {
  const { CURRENT } = roleTable();
  const at = id.length === ID_LENGTH ? CURRENT.indexOf(`\n${id} `) : -1;
  const [row] = at === -1 ? [] : rows(CURRENT.slice(at, CURRENT.indexOf("\n", at + 1)));
  return row?.[1];
}

function roleTable(): typeof import("./built-in-role-table") {
  return require("./built-in-role-table") as typeof import("./built-in-role-table");
}

const ID_LENGTH = 36;

function rows(text: string): [id: string, name: string][] {
  return text
    .trim()
    .split("\n")
    .filter(Boolean)
    .map((line) => [line.slice(0, ID_LENGTH), line.slice(ID_LENGTH + 1)]);
}
