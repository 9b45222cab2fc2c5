import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { type App, Fn, type TerraformStack } from "cdktf";
import {
  CustomRole,
  GroupMembership,
  IdentityRoleBinding,
  Principal,
  PrincipalRoleBinding,
  Role,
  Scope,
  UserAssignedIdentity,
} from "cdktf-azure-identity";
import { accessMatrix, matchers, synthesize } from "cdktf-azure-identity/testing";
import { exported, GROUP, GUID, newApp, newStack, SUBSCRIPTION } from "../support";

expect.extend(matchers);

const READER = Role.builtIn("Reader");
const GRANT = { identity: "id-people", role: "Reader", scope: "rg-people" };

/** A stack with an identity and a group, which have the same addresses in each stack. */
function stackWithBoth(app: App, id: string) {
  const stack = newStack(id, app);
  const identity = exported(new UserAssignedIdentity(stack, "identity", { ...GROUP, name: `id-${id}` }));
  const group = new ResourceGroup(stack, "group", { name: `rg-${id}`, location: "westeurope" });
  return { stack, identity, group };
}

function twoStacks() {
  const app = newApp();
  const people = stackWithBoth(app, "people");
  const { stack } = stackWithBoth(app, "orders");
  return { app, people, stack };
}

function boundAcross() {
  const { app, people, stack } = twoStacks();
  new IdentityRoleBinding(stack, "reads", {
    identity: people.identity,
    role: READER,
    scope: people.group.id,
  });
  return { app, people, stack };
}

function expectGranted(asked: TerraformStack | App) {
  expect(asked).toGrant(GRANT);
  expect(() => expect(asked).not.toGrant(GRANT)).toThrow("expected not the grant");
  for (const other of [{ identity: "id-orders" }, { scope: "rg-orders" }, { role: "Owner" }]) {
    expect(asked).not.toGrant({ ...GRANT, ...other });
  }
}

test("a grant to an identity of another stack at a scope of another stack is seen at any time", () => {
  const { app, stack } = boundAcross();
  for (const asked of [stack, app]) expectGranted(asked);
  synthesize(stack);
  for (const asked of [stack, app]) expectGranted(asked);
  app.synth();
  for (const asked of [stack, app]) expectGranted(asked);
});

const PLACES = ["one", "two", "three"] as const;
const WAYS = PLACES.flatMap((binding) =>
  PLACES.flatMap((identity) => PLACES.map((scope) => ({ binding, identity, scope }))),
);

test.each(WAYS)("bound in $binding, identity in $identity, scope in $scope", ({
  binding,
  identity,
  scope,
}) => {
  const app = newApp();
  const made = Object.fromEntries(PLACES.map((id) => [id, stackWithBoth(app, id)]));
  const at = (id: string) => made[id] as (typeof made)[string];
  new IdentityRoleBinding(at(binding).stack, "reads", {
    identity: at(identity).identity,
    role: READER,
    scope: at(scope).group.id,
  });
  const lines = [
    `id-${identity} (${identity}/identity)`,
    "Reader",
    `rg-${scope} (${scope}/group)`,
    `${binding}/reads`,
  ].join("  ");
  const seen = () => PLACES.map((id) => accessMatrix(at(id).stack).split("\n").slice(1));
  const expected = PLACES.map((id) => (id === binding ? [lines] : []));
  expect(seen()).toEqual(expected);
  app.synth();
  expect(seen()).toEqual(expected);
});

test("a scope below a resource of another stack, and a function of it, are the same before and after synth", () => {
  const { app, people, stack } = twoStacks();
  const account = new StorageAccount(people.stack, "account", {
    ...GROUP,
    name: "stpeople",
    accountTier: "Standard",
    accountReplicationType: "LRS",
  });
  const scopes = {
    below: `${account.id}/blobServices/default/containers/orders`,
    made: Fn.join("/", [account.id, "blobServices/default"]),
  };
  for (const [id, scope] of Object.entries(scopes)) {
    new IdentityRoleBinding(stack, id, { identity: people.identity, role: READER, scope });
  }
  const before = accessMatrix(stack);
  expect(before).toContain("id-people (people/identity)  Reader");
  app.synth();
  expect(accessMatrix(stack)).toBe(before);
});

test("the stacks stay as they are", () => {
  const [asked, other] = [boundAcross(), boundAcross()];
  accessMatrix(asked.stack);
  for (const part of [(two: typeof asked) => two.stack, (two: typeof asked) => two.people.stack]) {
    expect(synthesize(part(asked))).toBe(synthesize(part(other)));
  }
  expect(asked.stack.dependencies).toEqual([]);
});

test("a member of a group and a role of the app are named, where they are in another stack", () => {
  const { people, stack } = twoStacks();
  const { role } = new CustomRole(people.stack, "own", {
    name: "orders reader",
    scope: Scope.subscription(SUBSCRIPTION),
    actions: ["*/read"],
  });
  new IdentityRoleBinding(stack, "reads", { identity: people.identity, role, scope: people.group.id });
  new GroupMembership(stack, "member", { groupObjectId: GUID, member: people.identity });
  expect(accessMatrix(stack)).toContain("id-people (people/identity)  (member of group)");
  expect(accessMatrix(people.stack)).not.toContain("(member of group)");
  expect(stack).toGrant({ ...GRANT, role: "orders reader" });
  expect(stack).toGrant({ ...GRANT, role: "orders reader (people/own)" });
});

test("a binding for what no stack has may be any grant of its role at its scope, also behind not", () => {
  const { stack } = twoStacks();
  const bind = (id: string, principalId: string, scope: string) =>
    new RoleAssignment(stack, id, { principalId, roleDefinitionName: "Reader", scope });
  bind("lost", "${azurerm_user_assigned_identity.lost.principal_id}", "${azurerm_resource_group.group.id}");
  const asked = { identity: "id-orders", role: "Reader", scope: "rg-orders" };
  const message =
    'whether orders/lost is the grant {"identity":"id-orders","role":"Reader","scope":"rg-orders"} is not known, as it ' +
    "refers to what is in no stack of the app: Reader for ${azurerm_user_assigned_identity.lost.principal_id} at " +
    "rg-orders (orders/group); allowed are references that can be followed; ask after app.synth(), or mend the reference";
  expect(() => expect(stack).not.toGrant(asked)).toThrow(message);
  expect(() => expect(stack).toGrant(asked)).toThrow(message);
  expect(stack).not.toGrant({ ...asked, role: "Owner" });
  expect(stack).not.toGrant({ ...asked, scope: "rg-people" });

  bind(
    "nowhere",
    "${azurerm_user_assigned_identity.identity.principal_id}",
    "${azurerm_resource_group.lost.id}",
  );
  expect(() => expect(stack).not.toGrant({ ...asked, scope: "rg-people" })).toThrow("orders/nowhere");
  bind(
    "reads",
    "${azurerm_user_assigned_identity.identity.principal_id}",
    "${azurerm_resource_group.group.id}",
  );
  expect(stack).toGrant(asked);
});

test("a role that no stack has may be any role, also behind not", () => {
  const { stack } = twoStacks();
  new RoleAssignment(stack, "lost", {
    principalId: "${azurerm_user_assigned_identity.identity.principal_id}",
    roleDefinitionId: "${azurerm_role_definition.lost.role_definition_resource_id}",
    scope: "${azurerm_resource_group.group.id}",
  });
  const asked = { identity: "id-orders", role: "Owner", scope: "rg-orders" };
  expect(() => expect(stack).not.toGrant(asked)).toThrow("whether orders/lost is the grant");
  expect(stack).not.toGrant({ ...asked, identity: "id-people" });
});

test("a principal that Terraform alone knows is none of the app", () => {
  const { stack } = twoStacks();
  new PrincipalRoleBinding(stack, "reads", {
    principal: Principal.group("${var.group}"),
    role: READER,
    scope: Scope.resourceGroup(SUBSCRIPTION, "rg-orders"),
  });
  expect(stack).not.toGrant({ ...GRANT, scope: Scope.resourceGroup(SUBSCRIPTION, "rg-orders") });
});

test("a stack with overrides of its own is not known before the app is synthesized", () => {
  const { app, people, stack } = twoStacks();
  const alone = newStack("alone", app);
  new IdentityRoleBinding(alone, "reads", {
    identity: people.identity,
    role: READER,
    scope: people.group.id,
  });
  alone.addOverride("terraform.required_version", ">= 1.6");
  expect(() => expect(alone).not.toGrant(GRANT)).toThrow("ask after app.synth()");
  app.synth();
  expectGranted(alone);
  expect(stack).not.toGrant(GRANT);
});
