import {
  IdentityRoleBinding,
  type IManagedIdentity,
  OperatingSystem,
  Principal,
  PrincipalRoleBinding,
  Role,
  UserAssignedIdentity,
  Vm,
} from "cdktf-azure-identity";
import { GROUP, GUID, newStack, SSH_KEY, SUBSCRIPTION } from "../support";

const SCOPE = `/subscriptions/${SUBSCRIPTION}`;
const READER = Role.builtIn("Reader");

// What a program without types passes.
// biome-ignore lint/suspicious/noExplicitAny: the types are what is got around
const untyped = (value: unknown) => value as any;

test("a binding without identity and role, and with a construct for a scope, says all of it, and makes nothing", () => {
  const stack = newStack();
  const make = () =>
    new IdentityRoleBinding(stack, "binding", untyped({ scope: stack, propagationDelay: "soon" }));
  expect(make).toThrow(
    [
      "[test/binding] identity is not given; allowed is an identity, or an object with its principalId; pass the object itself, after it was made",
      'role is not given; allowed is a Role; write it as Role.builtIn("Reader")',
      "scope is the construct test; allowed is an ARM id; pass the id of a resource, or write it with Scope",
      'propagationDelay "soon" is not a duration; allowed are a number and one of ms, s, m and h; write for example "60s"',
    ].join("\n  "),
  );
  expect(stack.node.tryFindChild("binding")).toBeUndefined();
});

test("a binding without props says that nothing is given", () => {
  for (const Binding of [IdentityRoleBinding, PrincipalRoleBinding]) {
    expect(() => new Binding(newStack(), "binding", untyped(undefined))).toThrow(
      /^\[test\/binding\] (?:identity|principal) is not given; [^\n]+\n {2}role is not given; /,
    );
  }
});

test("a number of seconds is no delay", () => {
  const identity = { principalId: GUID, tenantId: GUID };
  const props = { identity, role: READER, scope: SCOPE, propagationDelay: untyped(60) };
  expect(() => new IdentityRoleBinding(newStack(), "binding", props)).toThrow(
    '[test/binding] propagationDelay 60 is not a duration; allowed are a number and one of ms, s, m and h; write for example "60s"',
  );
});

test("assignRole says what it was given in place of a role and a scope", () => {
  const identity = new UserAssignedIdentity(newStack(), "identity", { name: "id-orders", ...GROUP });
  expect(() => identity.assignRole("reads", untyped("Reader"), untyped({}))).toThrow(
    '[test/identity/reads] role is "Reader"; allowed is a Role; write it as Role.builtIn("Reader")\n  scope is an object; allowed is an ARM id',
  );
});

test("a principal id is no principal", () => {
  const make = () =>
    new PrincipalRoleBinding(newStack(), "binding", { principal: untyped(GUID), role: READER, scope: SCOPE });
  expect(make).toThrow(`[test/binding] principal is "${GUID}"; allowed is a Principal, or an identity`);
});

test("a machine without an identity of its own is told from one that has it", () => {
  const stack = newStack();
  const vm = new Vm(stack, "vm", {
    ...GROUP,
    name: "vm-orders",
    size: "Standard_B2s",
    subnetId: "${var.subnet_id}",
    operatingSystem: OperatingSystem.linux({ adminUsername: "azureuser", sshPublicKey: SSH_KEY }),
  });
  expect(
    () => new IdentityRoleBinding(stack, "binding", { identity: untyped(vm), role: READER, scope: SCOPE }),
  ).toThrow(
    "[test/binding] identity is test/vm, which has no principal id; allowed is what has an identity of its own",
  );
});

test("an object of the user's own is asked for its principal id at synth, not before", () => {
  let isAsked = false;
  class Late implements IManagedIdentity {
    public readonly tenantId = GUID;
    public get principalId(): string {
      isAsked = true;
      return GUID;
    }
  }
  new IdentityRoleBinding(newStack(), "binding", { identity: new Late(), role: READER, scope: SCOPE });
  new PrincipalRoleBinding(newStack(), "binding", {
    principal: Principal.user(GUID),
    role: READER,
    scope: SCOPE,
  });
  expect(isAsked).toBe(false);
});

test("a role without a name or an id is none", () => {
  const unset = untyped(undefined);
  expect(() => Role.builtIn(unset)).toThrow(
    "role is not given; allowed are the names of Azure's built-in roles; use",
  );
  expect(() => Role.fromDefinitionId(unset)).toThrow("role definition id is not given; allowed are");
  expect(() => Role.fromName(unset)).toThrow(
    "name of a role is not given; allowed is the display name of a role of your tenant; for a built-in role use Role.builtIn",
  );
  expect(() => Role.fromName("")).toThrow('name of a role is ""; allowed is the display name');
});
