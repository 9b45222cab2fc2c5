import fc from "fast-check";
import { assignmentCondition, NO_ASSIGNMENTS } from "../../lib/azure/assignment-condition";
import { conditionProblem } from "../../lib/azure/condition-text";

const PAIRS = ["()", "[]", "{}"] as const;

/** Any text that closes what it opens, with the signs inside of quotes meaning nothing. */
const closed: fc.Arbitrary<string> = fc.letrec<{ readonly text: string }>((tie) => ({
  text: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom("", "AND", "@Resource", " ", "é", '"'),
    fc.string({ unit: fc.constantFrom("a", "(", ")", "}", " ") }).map((inner) => `'${inner}'`),
    fc.tuple(fc.constantFrom(...PAIRS), tie("text")).map(([pair, inner]) => `${pair[0]}${inner}${pair[1]}`),
    fc.tuple(tie("text"), tie("text")).map((parts) => parts.join(" ")),
  ),
})).text;

test("text that closes what it opens has no problem", () => {
  fc.assert(fc.property(closed, (text) => conditionProblem(text) === undefined));
});

test("with one sign more or less it has one", () => {
  const signs = [..."()[]{}'"];
  fc.assert(
    fc.property(closed, closed, fc.constantFrom(...signs), (before, after, sign) => {
      expect(conditionProblem(`${before}${sign}${after}`)).toMatch(/^has a /);
    }),
  );
});

test("conditions of this library have none", () => {
  const roles = ["acdd72a7-3385-48ef-bd42-f606fba81ae7"];
  const limited = assignmentCondition({ roles, principalTypes: ["ServicePrincipal"] });
  for (const text of [limited, NO_ASSIGNMENTS]) expect(conditionProblem(text)).toBeUndefined();
});

test.each([
  ["((a)", 'has a "(" at character 1 that nothing closes'],
  ["(a))", 'has a ")" at character 4 that closes nothing'],
  ["(a]", 'has a "]" at character 3 that closes nothing'],
  ["x 'a", "has a quote at character 3 that nothing closes"],
  ["{'a'", 'has a "{" at character 1 that nothing closes'],
])("of %s the problem is named with its place", (text, problem) => {
  expect(conditionProblem(text)).toBe(problem);
});

test("8 KB are allowed, counted in bytes", () => {
  expect(conditionProblem("x".repeat(8192))).toBeUndefined();
  expect(conditionProblem("x".repeat(8193))).toBe("is 8193 bytes long, and Azure takes 8192");
  expect(conditionProblem("é".repeat(4097))).toBe("is 8194 bytes long, and Azure takes 8192");
});

test("text with a backslash is not looked into", () => {
  expect(conditionProblem("@Resource[x] StringEquals 'it\\'s'")).toBeUndefined();
  expect(conditionProblem("('a\\')")).toBeUndefined();
});
