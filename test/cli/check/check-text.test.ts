import { checkText } from "../../../lib/report/findings/check-text";
import type { LocatedFinding } from "../../../lib/report/findings/located-finding";
import type { RuleLevel } from "../../../lib/rules/finding";

const findingOf = (level: RuleLevel, accepted?: LocatedFinding["accepted"]): LocatedFinding => ({
  rule: "identity-name",
  level,
  stack: "orders",
  path: "orders/identity",
  address: "azurerm_user_assigned_identity.identity",
  message: "said",
  file: "cdk.tf.json",
  line: 1,
  ...(accepted ? { accepted } : {}),
});

const textOf = (findings: readonly LocatedFinding[]) =>
  checkText({ schemaVersion: 1, libraryVersion: "0.1.0", stacks: ["orders"], notices: [], findings });

const ACCEPTED = { id: "identity-name", path: "orders", reason: "made before" };

test("accepted errors are told from accepted warnings", () => {
  const levels = ["error", "warning", "error", "information", "error"] as const;
  expect(textOf(levels.map((level) => findingOf(level, ACCEPTED)))).toBe(
    "no findings in 1 stack\n\n3 errors, 1 warning, 1 for information accepted; --format json shows the reasons\n",
  );
});

test("what is accepted is not counted with what is not", () => {
  const text = textOf([findingOf("warning"), findingOf("error", ACCEPTED)]);
  expect(text).toContain("1 warning in 1 stack\n");
  expect(text).toContain("\n1 error accepted; ");
});

test("of what is not accepted alone nothing more is said", () => {
  expect(textOf([findingOf("error")])).not.toContain(" accepted");
});

test("who lacks roles is told of the command that lists them", () => {
  const lacking = { ...findingOf("error"), rule: "deployer-permission" };
  expect(textOf([lacking])).toContain(
    "\ncdktf-azure-identity prerequisites gives the fewest roles that a deployer needs\n",
  );
  expect(textOf([findingOf("error")])).not.toContain("prerequisites");
});
