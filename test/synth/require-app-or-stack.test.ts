import { type App, TerraformStack } from "cdktf";
import { Findings, IdentityRules, UserAssignedIdentity } from "cdktf-azure-identity";
import { accessMatrix, matchers, synthesize } from "cdktf-azure-identity/testing";
import { Construct, type IConstruct } from "constructs";
import { GROUP, newApp, newStack } from "../support";

expect.extend(matchers);

const IDENTITIES = { resourceType: "azurerm_user_assigned_identity", prefix: "id-" };
const GRANT = { identity: "id orders", role: "Owner", scope: "/" };

const CALLS: [string, string, (construct: IConstruct) => unknown][] = [
  ["Findings.of", "the findings of", (given) => Findings.of(given)],
  ["accessMatrix", "the access in", (given) => accessMatrix(given)],
  ["toHaveNoFindings", "the findings of", (given) => expect(given).toHaveNoFindings()],
  ["not.toHaveNoFindings", "the findings of", (given) => expect(given).not.toHaveNoFindings()],
  [
    "not.toHaveFinding",
    "the findings of",
    (given) => expect(given).not.toHaveFinding({ rule: "identity-name" }),
  ],
  ["toGrant", "the access in", (given) => expect(given).toGrant(GRANT)],
  ["not.toGrant", "the access in", (given) => expect(given).not.toGrant(GRANT)],
  ["toHaveBindingCount", "the access in", (given) => expect(given).toHaveBindingCount(0)],
  ["not.toHaveBindingCount", "the access in", (given) => expect(given).not.toHaveBindingCount(1)],
  ["enforce", "rules are enforced in", (given) => IdentityRules.enforce(given)],
  ["naming", "a convention for names in", (given) => IdentityRules.naming(given, IDENTITIES)],
];

describe.each(CALLS)("%s", (_, what, call) => {
  test("refuses a construct inside a stack, and names the stack", () => {
    const identity = new UserAssignedIdentity(newStack("orders"), "identity", {
      ...GROUP,
      name: "id orders",
    });
    expect(() => call(identity)).toThrow(
      new Error(
        `[orders/identity] ${what} a construct inside a stack; allowed is an app or a stack, as a whole; pass the stack orders`,
      ),
    );
  });

  test.each([
    ["nothing", undefined, "undefined"],
    ["a text", "orders", '"orders"'],
    ["the JSON of a stack", synthesize(newStack()), "a text of \\d+ characters"],
    ["a class", TerraformStack, "the class or function TerraformStack"],
    ["a promise", Promise.resolve(), "an object of class Promise"],
  ])("refuses %s, and says what to pass", (_given, given, shown) => {
    expect(() => call(given as unknown as IConstruct)).toThrow(
      new RegExp(
        `^${what} ${shown}; allowed is an app or a stack; pass the object itself, and not its JSON$`,
      ),
    );
  });
});

test("what holds stacks is taken, and so is a stack inside a stack", () => {
  const app = newApp();
  const stage = new Construct(app, "stage");
  const outer = new TerraformStack(stage, "outer");
  const inner = new TerraformStack(outer, "inner");
  const identity = new UserAssignedIdentity(inner, "identity", { ...GROUP, name: "id orders" });
  for (const construct of [app, stage, outer, inner]) IdentityRules.enforce(construct);
  const paths = [stage, inner].map((construct) => Findings.of(construct)[0]?.path);
  expect(paths).toEqual(Array(2).fill("stage/outer/inner/identity"));
  expect(() => Findings.of(identity)).toThrow("pass the stack stage/outer/inner");
  expect(newStack().node.root as App).toHaveNoFindings();
});
