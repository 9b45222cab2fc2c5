import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FindingsStack } from "../../examples/findings/stack";
import { QuickstartStack } from "../../examples/quickstart/stack";
import { readModel } from "../../lib/model/model";
import { grants, grantsTable } from "../../lib/report/access";
import { RULES } from "../../lib/rules/registry";
import { readStack } from "../../lib/synth/read-stack";
import { newApp } from "../support";

const read = (file: string) => readFileSync(join(__dirname, "../..", file), "utf8");
const README = read("README.md");

test("the program in the README is part of the quickstart", () => {
  const [, program = ""] = /## The program.*?```ts\n(.*?)```/s.exec(README) ?? [];
  expect(program).toContain("new UserAssignedIdentity");
  expect(read("examples/quickstart/stack.ts")).toContain(program);
});

test("the grants in the README are those of the quickstart", () => {
  const model = readModel([readStack(new QuickstartStack(newApp(), "quickstart"))]);
  expect(README).toContain(grantsTable(grants(model)));
});

test("the failing synth in the README is that of the example", () => {
  const app = newApp();
  new FindingsStack(app, "orders");
  const [, shown = ""] = /<!-- findings -->\n```text\n(.*?)```/s.exec(README) ?? [];
  let said = "";
  try {
    app.synth();
  } catch (error) {
    said = (error as Error).message;
  }
  expect(shown.trimEnd()).toBe(said);
});

test("the test on the page about Terraform is one that runs", () => {
  const [, shown] =
    /<!-- quickstart\.test\.ts -->\n```ts\n(.*?)```/s.exec(read("docs/testing-on-terraform.md")) ?? [];
  expect(shown).toBe(read("test/terraform/quickstart.test.ts"));
});

test("the changelog counts the rules right", () => {
  expect(read("CHANGELOG.md")).toContain(`- ${RULES.length} rules`);
});
