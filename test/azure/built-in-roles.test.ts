import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CURRENT, FORMER } from "../../lib/azure/built-in-role-table";
import { builtInRoleId, builtInRoleName, nearestRoleNames } from "../../lib/azure/built-in-roles";
import { PRIVILEGED_ROLES } from "../../lib/azure/privileged-roles";

const BLOB_DATA_CONTRIBUTOR = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
const LINE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (\S.*\S)$/;

function rows(table: string): { id: string; name: string }[] {
  return table
    .trim()
    .split("\n")
    .map((line) => {
      const [, id = "", name = ""] = LINE.exec(line) ?? [];
      return { id, name };
    });
}

const current = rows(CURRENT);
const former = rows(FORMER);
const folded = (table: { name: string }[]) => table.map(({ name }) => name.toLowerCase());

// The ids of Azure, Built-in roles.
test.each([
  ["Owner", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"],
  ["Contributor", "b24988ac-6180-42a0-ab88-20f7382dd24c"],
  ["Reader", "acdd72a7-3385-48ef-bd42-f606fba81ae7"],
  ["Managed Identity Operator", "f1a07417-d97a-45cb-824c-7a7467783830"],
  ["Storage Blob Data Contributor", BLOB_DATA_CONTRIBUTOR],
])("%s is role %s, and the other way round", (name, id) => {
  expect(builtInRoleId(name)).toBe(id);
  expect(builtInRoleName(id)).toBe(name);
});

test("names and ids of roles ignore case", () => {
  expect(builtInRoleId("storage blob DATA contributor")).toBe(BLOB_DATA_CONTRIBUTOR);
  expect(builtInRoleName(BLOB_DATA_CONTRIBUTOR.toUpperCase())).toBe("Storage Blob Data Contributor");
});

test("a former name is still the role, whose name is the current one", () => {
  const id = builtInRoleId("Storage Blob Data Contributor (Preview)");
  expect(id).toBe(BLOB_DATA_CONTRIBUTOR);
  expect(id && builtInRoleName(id)).toBe("Storage Blob Data Contributor");
});

test.each([
  "",
  "Reeder",
  " Reader",
  "constructor",
  "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
])("%j is no role by name or id", (text) => {
  expect(builtInRoleId(text)).toBeUndefined();
  expect(builtInRoleName(text)).toBeUndefined();
});

test("every name in the table is found under its own id", () => {
  const wrong = [...current, ...former].filter(({ id, name }) => builtInRoleId(name) !== id);
  expect(wrong).toEqual([]);
  expect(current.filter(({ id, name }) => builtInRoleName(id) !== name)).toEqual([]);
});

test.each([
  ["Storage Blob Data Contributer", ["Storage Blob Data Contributor"]],
  ["reeder", ["Reader"]],
  ["Quartermaster of Ships", []],
])("for %s the nearest name is %j", (name, first) => {
  expect(nearestRoleNames(name).slice(0, 1)).toEqual(first);
});

test("a former name is never proposed", () => {
  expect(nearestRoleNames("Storage Blob Data Contributor (Previev)")).not.toContain(
    "Storage Blob Data Contributor (Preview)",
  );
});

test("every line of the table is a GUID in lower case and a name", () => {
  expect(current.length).toBeGreaterThan(900);
  expect([...current, ...former].filter(({ id }) => id === "")).toEqual([]);
});

test("no two current roles have the same id, or names that differ in case alone", () => {
  expect(new Set(current.map(({ id }) => id)).size).toBe(current.length);
  expect(new Set(folded(current)).size).toBe(current.length);
});

test("no former name means two roles, or is the current name of one", () => {
  expect(new Set(folded(former)).size).toBe(former.length);
  const names = new Set(folded(current));
  expect(former.filter(({ name }) => names.has(name.toLowerCase()))).toEqual([]);
});

test("every role with a former name still exists", () => {
  const ids = new Set(current.map(({ id }) => id));
  expect(former.filter(({ id }) => !ids.has(id))).toEqual([]);
});

test("the type of names has just the names of the table", () => {
  const source = readFileSync(join(__dirname, "../../lib/azure/built-in-role-name.ts"), "utf8");
  const typed = [...source.matchAll(/^ {2}\| (".*");?$/gm)].map(
    ([, name = ""]) => JSON.parse(name) as string,
  );
  expect(typed.sort()).toEqual([...current, ...former].map(({ name }) => name).sort());
});

test("privileged roles are in the table under their names", () => {
  expect(PRIVILEGED_ROLES.map(({ id }) => builtInRoleName(id))).toEqual(
    PRIVILEGED_ROLES.map(({ name }) => name),
  );
});
