import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import {
  IdentityRoleBinding,
  IdentityRules,
  Role,
  type RuleLevel,
  UserAssignedIdentity,
} from "cdktf-azure-identity";
import { exported, findings, GROUP, GUID, newApp, newStack } from "../support";

function owner(stack = newStack()) {
  new IdentityRoleBinding(stack, "owner", {
    identity: { principalId: GUID, tenantId: GUID },
    role: Role.builtIn("Owner"),
    scope: "/",
  });
  return stack;
}

test("an acknowledged finding fails nothing", () => {
  const stack = owner();
  expect(findings(stack).map(({ rule }) => rule)).toEqual(["privileged-role"]);
  IdentityRules.acknowledge(stack.node.findChild("owner"), {
    id: "privileged-role",
    reason: "it deploys the landing zone",
  });
  expect(findings(stack)).toEqual([]);
});

test("the finding of a construct is accepted on its resource too", () => {
  const stack = owner();
  const binding = stack.node.findChild("owner");
  const reason = "it deploys the landing zone";
  IdentityRules.acknowledge(binding.node.findChild("Default"), { id: "privileged-role", reason });
  expect(findings(stack)).toEqual([]);
});

test("an acknowledgement of a rule that does not exist is refused, and the nearest one named", () => {
  expect(() => IdentityRules.acknowledge(owner(), { id: "priviledged-role", reason: "because" })).toThrow(
    /^\[test\] there is no rule "priviledged-role", did you mean "privileged-role"\?; allowed are the ids in docs\/rules\.md; take the id from the finding$/,
  );
});

test("a rule that is like no other is refused with all that there are", () => {
  expect(() => IdentityRules.acknowledge(owner(), { id: "x".repeat(40), reason: "because" })).toThrow(
    /^\[test\] there is no rule "x{40}"; allowed are identity-name, .*; take the id from the finding$/,
  );
});

test("an acknowledgement without a reason is refused", () => {
  expect(() => IdentityRules.acknowledge(owner(), { id: "privileged-role", reason: " " })).toThrow(
    '[test] the acknowledgement of "privileged-role" has no reason; allowed is any text; say why the finding is right here',
  );
});

test("the level of a rule can be set for the app and for a stack, the nearer one winning", () => {
  const app = newApp();
  const [alpha, beta] = [owner(newStack("alpha", app)), owner(newStack("beta", app))];
  IdentityRules.severity(beta, "privileged-role", "error");
  IdentityRules.severity(app, "privileged-role", "information");
  const levels = findings(app)
    .filter(({ rule }) => rule === "privileged-role")
    .map(({ stack, level }) => [stack, level]);
  expect(levels).toEqual([
    ["alpha", "information"],
    ["beta", "error"],
  ]);
  expect([alpha, beta]).toHaveLength(2);
  expect(() => IdentityRules.severity(app, "no-such-rule", "error")).toThrow(
    '[app] there is no rule "no-such-rule"',
  );
});

test("the level of a rule can be set for a construct inside a stack", () => {
  const stack = owner();
  IdentityRules.severity(stack.node.findChild("owner"), "privileged-role", "information");
  expect(findings(stack).map(({ level }) => level)).toEqual(["information"]);
});

describe("enforce", () => {
  const duplicates = (id: string, app = newApp()) => {
    const stack = newStack(id, app);
    new RawIdentity(stack, "a b", { ...GROUP, name: `id-${id}-one` });
    exported(new RawIdentity(stack, "ab", { ...GROUP, name: `id-${id}-two` }));
    return stack;
  };

  test("a stack of raw resources alone says nothing until it is enforced, then at full level", () => {
    const stack = duplicates("raw");
    expect(findings(stack)).toEqual([]);
    IdentityRules.enforce(stack);
    expect(findings(stack).map(({ rule, level }) => [rule, level])).toEqual([["merged-address", "error"]]);
  });

  test("raw resources beside a construct of the library get warnings until it is enforced", () => {
    const stack = duplicates("mixed");
    new UserAssignedIdentity(stack, "own", { ...GROUP, name: "id-own" });
    expect(findings(stack).map(({ level }) => level)).toEqual(["warning"]);
    IdentityRules.enforce(stack);
    expect(findings(stack).map(({ level }) => level)).toEqual(["error"]);
  });

  test("an app enforces all stacks that it has, and fails their synth", () => {
    const app = newApp();
    duplicates("alpha", app);
    duplicates("beta", app);
    IdentityRules.enforce(app);
    expect(() => app.synth()).toThrow(/2 errors in 2 stacks/);
  });

  test("an app enforces stacks that are made later too", () => {
    const app = newApp();
    IdentityRules.enforce(app);
    const later = duplicates("later", app);
    expect(() => app.synth()).toThrow(/1 error in 1 stack/);
    expect(findings(later).map(({ level }) => level)).toEqual(["error"]);
  });
});

test.each(["off", "warn"])("a level %s that does not exist is refused, and turns nothing off", (level) => {
  const stack = newStack();
  expect(() => IdentityRules.severity(stack, "identity-name", level as RuleLevel)).toThrow(
    `[test] the level of "identity-name" is set to "${level}"; allowed are error, warning, information; give one of them`,
  );
});
