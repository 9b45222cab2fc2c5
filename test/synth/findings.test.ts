import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { type App, Aspects, type TerraformStack } from "cdktf";
import { Findings, IdentityRules, UserAssignedIdentity } from "cdktf-azure-identity";
import { IDENTITY_ID, rawBinding, rawVm } from "../rules/support";
import { GROUP, newApp, newStack } from "../support";

function bad(stack: TerraformStack) {
  return new UserAssignedIdentity(stack, "identity", { ...GROUP, name: `id ${stack.node.id}` });
}

const paths = (target: App | TerraformStack) =>
  Findings.of(target)
    .filter(({ level }) => level === "error")
    .map(({ path }) => path);

test("findings of a stack are its own, those of an app of all its stacks", () => {
  const app = newApp();
  const [alpha] = ["alpha", "beta"].map((id) => bad(newStack(id, app)).node.scope as TerraformStack);
  expect(paths(alpha as TerraformStack)).toEqual(["alpha/identity"]);
  expect(paths(app)).toEqual(["alpha/identity", "beta/identity"]);
});

test("an app without stacks, and a stack without constructs of the library, have none", () => {
  expect(Findings.of(newApp())).toEqual([]);
  const stack = newStack();
  new RawIdentity(stack, "identity", { ...GROUP, name: "id raw" });
  expect(Findings.of(stack)).toEqual([]);
});

test("what an aspect will do is not in it, what it did is", () => {
  const stack = newStack();
  const { resource } = bad(stack);
  Aspects.of(stack).add({
    visit: () => {
      resource.name = "id-repaired";
    },
  });
  expect(paths(stack)).toEqual(["test/identity"]);
  (stack.node.root as App).synth();
  expect(paths(stack)).toEqual([]);
});

test("asking fixes logical ids: an override that comes later is ignored by cdktf", () => {
  const stack = newStack();
  const { resource } = bad(stack);
  const address = () => Findings.of(stack)[0]?.address;
  const before = address();
  resource.overrideLogicalId("later");
  expect(address()).toBe(before);
});

test("references between the stacks of an app are followed, before it is synthesized and after", () => {
  const app = newApp();
  const machine = rawVm(newStack("machines", app), "vm", {
    type: "UserAssigned",
    identityIds: [IDENTITY_ID],
  });
  const roles = newStack("roles", app);
  IdentityRules.enforce(roles);
  rawBinding(roles, "binding", {
    principalId: machine.identity.principalId,
    principalType: "ServicePrincipal",
  });
  const rules = () => Findings.of(app).map(({ rule, path }) => `${rule} ${path}`);
  expect(rules()).toEqual(["missing-system-identity roles/binding"]);
  expect(() => app.synth()).toThrow("missing-system-identity");
  expect(rules()).toEqual(["missing-system-identity roles/binding"]);
});
