import { join } from "node:path";
import { readApi } from "../../scripts/docs/api-model";
import { apiPage } from "../../scripts/docs/api-page";
import { ROOT, readPage } from "./markdown";

const API = readApi(join(ROOT, "lib/index.ts"));

test("docs/api.md is fresh: npm run generate", () => {
  expect(readPage("docs/api.md")).toBe(apiPage(API));
});

test("every export, prop and method says what it is, save the id and name that every construct has", () => {
  const silent = API.flatMap(({ name, text, members }) => [
    ...(text === "" ? [name] : []),
    ...members
      .filter((member) => member.text === "" && member.kind !== "constructor")
      .map((member) => `${name}.${member.name}`),
  ]);
  expect(silent.filter((name) => !/\.(?:id|name)$/.test(name))).toEqual([]);
});

test("every optional prop says its default", () => {
  const silent = API.filter(({ kind }) => kind === "interface").flatMap(({ name, members }) =>
    members
      .filter(({ isOptional, tags }) => isOptional && tags.default === undefined)
      .map((member) => `${name}.${member.name}`),
  );
  expect(silent).toEqual([]);
});

test("what is internal, private or protected is not on the page", () => {
  const names = API.flatMap(({ members }) => members).map(({ name }) => name);
  expect(names.filter((name) => name.startsWith("_"))).toEqual([]);
  expect(API.map(({ name }) => name)).not.toContain("RoleReference");
});

test("the names of built-in roles are not on the page", () => {
  expect(apiPage(API)).not.toContain("AcrPull");
});
