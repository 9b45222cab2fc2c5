import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RULES } from "../../lib/rules/registry";
import { NOT_CHECKED } from "../../scripts/docs/not-checked";
import { rulesPage } from "../../scripts/docs/rules-page";

const ROOT = join(__dirname, "../..");

test("docs/rules.md is fresh: npm run generate", () => {
  expect(readFileSync(join(ROOT, "docs/rules.md"), "utf8")).toBe(rulesPage(RULES, NOT_CHECKED));
});

test("each rule has an id of its own, a file of that name and a test of that name", () => {
  const ids = RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(readdirSync(join(ROOT, "lib/rules"))).toEqual(expect.arrayContaining(ids.map((id) => `${id}.ts`)));
  expect(readdirSync(join(ROOT, "test/rules"))).toEqual(
    expect.arrayContaining(ids.map((id) => `${id}.test.ts`)),
  );
});

test.each(RULES)("$id says what it asks for, why and from where, without a final period", ({
  id,
  title,
  why,
  source,
}) => {
  expect(id).toMatch(/^[a-z]+(?:-[a-z0-9]+)+$/);
  for (const text of [title, why, source]) expect(text).toMatch(/[^.\s]$/);
  for (const text of [title, why]) expect(text.charAt(0)).not.toMatch(/\s/);
});
