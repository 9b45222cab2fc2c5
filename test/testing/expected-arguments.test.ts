import type { TerraformStack } from "cdktf";
import { Role, UserAssignedIdentity } from "cdktf-azure-identity";
import { type ExpectedFinding, type ExpectedGrant, matchers, synthesize } from "cdktf-azure-identity/testing";
import { writtenStacks } from "../../lib/testing/terraform/output";
import { GROUP, newStack } from "../support";

expect.extend(matchers);

const stack = newStack("orders");
const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
const GRANT = { identity: "id-orders", role: "Reader", scope: "/" };

const IDENTITY =
  "allowed is the name or construct path of what has the role, or its principal id; write its name, or node.path of the construct";
const ROLE = 'allowed is the name of a role; write it as Azure does, such as "Reader"';
const SCOPE =
  "allowed is the name or construct path of a resource, or the id that is written out; write its name, or node.path of the construct";
const TOKEN = "a value of Terraform";

test.each<[string, unknown, string[]]>([
  [
    "a construct as identity",
    { ...GRANT, identity },
    [`identity of toGrant is the construct orders/identity; ${IDENTITY}`],
  ],
  [
    "a Role",
    { ...GRANT, role: Role.builtIn("Reader") },
    [`role of toGrant is an object of class Role; ${ROLE}`],
  ],
  [
    "an attribute",
    { ...GRANT, identity: identity.principalId },
    [`identity of toGrant is ${TOKEN}; ${IDENTITY}`],
  ],
  [
    "a principal",
    { principal: "id-orders", role: "Reader", scope: "/" },
    [
      "toGrant is given principal, which it does not look at; allowed are identity, role, scope; give it as one of them, or leave it out",
      `identity of toGrant is undefined; ${IDENTITY}`,
    ],
  ],
  [
    "a role alone",
    { role: "Reader" },
    [`identity of toGrant is undefined; ${IDENTITY}`, `scope of toGrant is undefined; ${SCOPE}`],
  ],
  [
    "no object",
    "Reader",
    ['toGrant is given "Reader"; allowed is an object { identity, role, scope }; write each by its name'],
  ],
  [
    "a construct",
    identity,
    [
      "toGrant is given the construct orders/identity; allowed is an object { identity, role, scope }; write each by its name",
    ],
  ],
])("a grant with %s is refused, also behind not", (_, given, problems) => {
  const error = new Error(problems.join("\n  "));
  expect(() => expect(stack).toGrant(given as ExpectedGrant)).toThrow(error);
  expect(() => expect(stack).not.toGrant(given as ExpectedGrant)).toThrow(error);
});

test.each<[unknown, string]>([
  [
    "identity-name",
    'toHaveFinding is given "identity-name"; allowed is an object { rule, path?, message? }; write each by its name',
  ],
  [
    undefined,
    "toHaveFinding is given undefined; allowed is an object { rule, path?, message? }; write each by its name",
  ],
  [{}, "rule of toHaveFinding is undefined; allowed is the id of a rule; write it as findings show it"],
  [
    { rule: "identity-name", path: identity },
    "path of toHaveFinding is the construct orders/identity; allowed is a construct path; write node.path of the construct",
  ],
  [
    { rule: "identity-name", message: /long/ },
    "message of toHaveFinding is an object of class RegExp; allowed is a part of the message; write it as text",
  ],
  [
    { rule: "identity-name", level: "error" },
    "toHaveFinding is given level, which it does not look at; allowed are rule, path?, message?; give it as one of them, or leave it out",
  ],
])("the finding %p is refused, also behind not", (given, problem) => {
  const error = new Error(problem);
  expect(() => expect(stack).toHaveFinding(given as ExpectedFinding)).toThrow(error);
  expect(() => expect(stack).not.toHaveFinding(given as ExpectedFinding)).toThrow(error);
});

test("what a finding may have is left out or undefined", () => {
  expect(stack).not.toHaveFinding({ rule: "identity-name", path: undefined });
});

test.each([
  ["0", '"0"'],
  [undefined, "undefined"],
  [-1, "-1"],
  [0.5, "0.5"],
])("the count %p is refused, also behind not", (given, shown) => {
  const error = new Error(
    `toHaveBindingCount is given ${shown}; allowed is a whole number, 0 or more; write it without quotes`,
  );
  expect(() => expect(stack).toHaveBindingCount(given as number)).toThrow(error);
  expect(() => expect(stack).not.toHaveBindingCount(given as number)).toThrow(error);
});

test.each<[unknown, string]>([
  [stack.node.root, "the app"],
  [identity, "the construct orders/identity"],
  [undefined, "undefined"],
])("what is no stack is not synthesized (%#)", (given, shown) => {
  expect(() => synthesize(given as TerraformStack)).toThrow(
    new Error(
      `synthesize is given ${shown}; allowed is a stack; call it for each stack, or write all of them with app.synth()`,
    ),
  );
});

test.each<[unknown, string]>([
  [stack, "the construct orders"],
  [{}, "an object"],
  [undefined, "undefined"],
])("Terraform is opened with an app or a folder alone (%#)", (given, shown) => {
  expect(() => writtenStacks(given as string)).toThrow(
    new Error(
      `TerraformStacks is opened with ${shown}; allowed are an app of cdktf and an output folder of cdktf synth; pass the app that holds the stacks`,
    ),
  );
});
