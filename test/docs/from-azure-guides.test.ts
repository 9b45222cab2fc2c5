import { join } from "node:path";
import { isCurrentRoleName } from "../../lib/azure/built-in-roles";
import { RULES } from "../../lib/rules/registry";
import { readApi } from "../../scripts/docs/api-model";
import { ROOT, readPage } from "./markdown";

const PAGE = readPage("docs/from-azure-guides.md");

/** The four cells of each journey. */
const JOURNEYS = PAGE.split("\n")
  .filter((line) => line.startsWith("| **"))
  .map((line) => line.slice(2, -2).split(" | "))
  .map((cells): [string, string[]] => [/\*\*(.*?)\*\*/.exec(cells[0] ?? "")?.[1] ?? "", cells]);

function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
}

/** Names of a piece of code: those of placeholders begin in lower case and have a property, or are none of the API's. */
function namesIn(code: string): string[] {
  const [, receiver = "", rest = ""] = /^(?:new )?(?:(\w+)\.)?(.*)$/.exec(code) ?? [];
  const names = [...rest.matchAll(/[A-Za-z]\w+/g)].map(([name]) => name);
  return /^[A-Z]/.test(receiver) ? [receiver, ...names] : names;
}

const API = readApi(join(ROOT, "lib/index.ts"));
const CLASSES = new Map(API.map((entry) => [entry.name, entry]));
const KNOWN = new Set(API.flatMap(({ name, members }) => [name, ...members.map((member) => member.name)]));

test("the page has the journeys of the guides", () => {
  expect(JOURNEYS.length).toBeGreaterThanOrEqual(35);
  expect(new Set(JOURNEYS.map(([title]) => title)).size).toBe(JOURNEYS.length);
});

describe.each(JOURNEYS)("%s", (_, [, what = "", checks = "", roles = "", ...others]) => {
  test("says what to write, on which page, and who may deploy it", () => {
    expect(others).toEqual([]);
    expect(what).toMatch(/\]\([a-z-]+\.md/);
    expect(roles).not.toBe("");
  });

  test("names what the library has", () => {
    const given = codeIn(what.replace(/`(?:identity|vault\.id|AcrPull)`/g, ""));
    const unknown = given.flatMap(namesIn).filter((name) => !KNOWN.has(name));
    expect(unknown).toEqual([]);
    const calls = given.flatMap((code) => [...code.matchAll(/\b([A-Z]\w+)\.(\w+)\(/g)]);
    const missing = calls.filter(
      ([, owner = "", method]) =>
        !CLASSES.get(owner)?.members.some((member) => member.isStatic && member.name === method),
    );
    expect(missing.map(([call]) => call)).toEqual([]);
  });

  test("names rules by their ids", () => {
    const links = [...checks.matchAll(/\[([^\]]+)\]\(rules\.md#([^)]+)\)/g)];
    const ids = new Set(RULES.map(({ id }) => id));
    expect(links.filter(([, text, id = ""]) => text !== id || !ids.has(id))).toEqual([]);
    expect(checks.replace(/\[[^\]]+\]\(rules\.md#[^)]+\)/g, "")).not.toContain("](");
  });

  test("names roles as Azure does", () => {
    expect(codeIn(roles).filter((role) => !isCurrentRoleName(role))).toEqual([]);
  });
});

test("a name that the library does not have is found out", () => {
  expect(namesIn("new VmWithSystemIdentity(...)")).toEqual(["VmWithSystemIdentity"]);
  expect(namesIn("UserAssignedIdentity.fromNames(...)")).toEqual(["UserAssignedIdentity", "fromNames"]);
  expect(namesIn("vm.assignRoles(...)")).toEqual(["assignRoles"]);
  expect(["VmWithSystemIdentity", "assignRole", "deletionLock"].filter((name) => !KNOWN.has(name))).toEqual(
    [],
  );
  expect(KNOWN).not.toContain("assignRoles");
});
