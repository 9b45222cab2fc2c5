import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { providerMode } from "cdktf-azure-identity/testing/terraform";
import { RULES } from "../../lib/rules/registry";
import { agreementPage } from "../../scripts/docs/agreement-page";
import { CORPUS } from "./agreement/corpus";
import { isAgreement, judge } from "./agreement/judge";
import type { SmallStack } from "./agreement/small-stack";
import { validates } from "./agreement/validates";
import { verdictOn } from "./agreement/verdict";

const STACKS = CORPUS.flatMap(({ stacks }) => stacks);
const named: [string, SmallStack][] = STACKS.map((stack) => [stack.title, stack]);

const isReal = providerMode() === "real";
const isTaken = ({ terraform = "passes" }: SmallStack) => !terraform.startsWith("fails at validate");

// What the rules are compared with is the stand-in: no other Azure lets itself be asked this often.
(isReal ? describe.skip : describe)(
  "rules and Terraform say what docs/agreement.md says of each stack",
  () => {
    test.concurrent.each(named)("%s", async (_, stack) => {
      const { rules, terraform, isRefused } = await verdictOn(stack);
      expect({ rules, terraform }).toEqual({
        rules: stack.rules ?? [],
        terraform: stack.terraform ?? "passes",
      });
      expect(isRefused).toBe(rules.some((rule) => rule.startsWith("error ")));
    });
  },
);

describe("the provider refuses at validate what docs/agreement.md says", () => {
  const few = [true, false].flatMap((taken) =>
    named.filter(([, stack]) => isTaken(stack) === taken).slice(0, 2),
  );
  test.concurrent.each(isReal ? named : few)(
    "%s",
    async (_, stack) => {
      expect(await validates(stack, providerMode())).toBe(isTaken(stack));
    },
    300_000,
  );
});

test.each(named)("%s: has a reason where the two disagree, and none where they agree", (_, stack) => {
  expect(stack.reason !== undefined).toBe(!isAgreement(judge(stack)));
});

test.each<[string, SmallStack["rules"], SmallStack["terraform"]]>([
  ["agree", ["error identity-name"], "fails at apply: 400 InvalidResourceName"],
  ["agree", [], "passes"],
  ["warned", ["warning identity-name"], "replaces azurerm_subnet.main"],
  ["advice", ["information unused-identity"], "passes"],
  ["too strict", ["error identity-name", "warning privileged-role"], "passes"],
  ["silent", ["information unused-identity"], "changes azurerm_subnet.main"],
])("the two sides %s: %j, %s", (judgement, rules, terraform) => {
  expect(judge({ title: "", build: () => undefined, rules, terraform })).toBe(judgement);
});

test("each stack has a title of its own", () => {
  expect(STACKS.length).toBeGreaterThanOrEqual(60);
  expect(new Set(STACKS.map(({ title }) => title)).size).toBe(STACKS.length);
});

test("each rule has a stack about it", () => {
  const found = new Set(STACKS.flatMap(({ rules = [] }) => rules.map((rule) => rule.split(" ")[1])));
  expect(RULES.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([]);
});

test("each theme is in the file that it names", () => {
  const files = readdirSync(join(__dirname, "agreement"));
  expect(files).toEqual(expect.arrayContaining(CORPUS.map(({ file }) => file)));
  expect(new Set(CORPUS.map(({ file }) => file)).size).toBe(CORPUS.length);
});

test("docs/agreement.md is fresh: npm run generate", () => {
  const page = readFileSync(join(__dirname, "../../docs/agreement.md"), "utf8");
  expect(page).toBe(agreementPage(CORPUS));
});
