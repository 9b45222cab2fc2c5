import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { TerraformCount, TerraformOutput, type TerraformStack } from "cdktf";
import {
  FederatedSubject,
  GroupMembership,
  IdentityRoleBinding,
  IdentityRules,
  Role,
  ScaleSet,
  UserAssignedIdentity,
  type UserAssignedIdentityProps,
  Vm,
  type VmProps,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import { GROUP, GUID, newApp, newStack } from "../support";
import {
  checkedStack,
  found,
  places,
  prepared,
  RESOURCE_GROUP_ID,
  rawBinding,
  rawVm,
  SCALE_SET,
  VM,
} from "./support";

const RULE = "single-machine-identity";
const READER = Role.builtIn("Reader");

/** A stack in an app of its own, as the rule says nothing of a stack alone. */
function start() {
  const app = newApp();
  return { app, stack: newStack("test", app) };
}

interface Overrides {
  readonly identity?: Partial<UserAssignedIdentityProps>;
  readonly vm?: Partial<VmProps>;
}

/** An identity that one machine has, and that has a role. */
function pair(stack: TerraformStack, { identity: own, vm: machine }: Overrides = {}) {
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders", ...own });
  const vm = new Vm(stack, "vm", { ...VM, userAssignedIdentities: [identity], ...machine });
  const binding = new IdentityRoleBinding(stack, "reads", {
    identity,
    role: READER,
    scope: RESOURCE_GROUP_ID,
  });
  return { identity, vm, binding };
}

test("an identity of one machine alone is an information that names the simpler kind", () => {
  const { app, stack } = start();
  pair(stack);
  expect(found(RULE, app)).toEqual([
    {
      rule: RULE,
      level: "information",
      stack: "test",
      path: "test/identity",
      address: "azurerm_user_assigned_identity.identity",
      message:
        'identity "id-orders" is attached to test/vm alone and made with it; allowed is also the identity of the machine ' +
        "itself; make the machine a VmWithSystemIdentity and bind the roles to that, or acknowledge this where others " +
        "will share the identity or it outlives the machine",
    },
  ]);
});

type More = (stack: TerraformStack, made: ReturnType<typeof pair>) => unknown;

test.each<[string, More]>([
  ["a second machine has", (stack, { identity }) => second(stack, identity)],
  [
    "a scale set has",
    (stack, { identity }) => new ScaleSet(stack, "set", { ...SCALE_SET, userAssignedIdentities: [identity] }),
  ],
  [
    "a machine may have, whose list only Terraform knows",
    (stack, { identity }) =>
      rawVm(stack, "raw", { type: "UserAssigned" }).addOverride(
        "identity.identity_ids",
        `\${compact([${identity.resource.fqn}.id])}`,
      ),
  ],
  ["a workload outside is trusted as", (_, { identity }) => identity.trust("main", MAIN)],
  ["an output gives out", (stack, { identity }) => new TerraformOutput(stack, "o", { value: identity.id })],
  ["a program is told of", (_, { identity, vm }) => vm.resource.addOverride("user_data", identity.clientId)],
  ["has its role before the machine", (_, { binding, vm }) => binding.applyBefore(vm)],
  ["may be used by others", (_, { identity }) => identity.allowAssignmentBy("ops", { principalId: GUID })],
])("an identity that %s is right as it is", (_, more) => {
  const { app, stack } = start();
  more(stack, pair(stack));
  expect(found(RULE, app)).toEqual([]);
});

const MAIN = FederatedSubject.gitHubBranch({ repository: "shop/orders", branch: "main" });

function second(stack: TerraformStack, identity: UserAssignedIdentity): Vm {
  return new Vm(stack, "second", { ...VM, name: "vm-second", userAssignedIdentities: [identity] });
}

test.each<[string, Overrides]>([
  ["in a group of its own", { identity: { resourceGroupName: "rg-identities" } }],
  ["that is locked", { identity: { deletionLock: true } }],
  ["that Terraform keeps", { identity: { lifecycle: { preventDestroy: true } } }],
  ["beside which a policy attaches others", { vm: { ignoreExternalIdentities: true } }],
])("an identity %s outlives its machine", (_, overrides) => {
  const { app, stack } = start();
  pair(stack, overrides);
  expect(found(RULE, app)).toEqual([]);
});

test("a machine with both kinds of identity, or two of one, tells them apart", () => {
  const { app, stack } = start();
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-a" });
  identity.assignRole("reads", READER, RESOURCE_GROUP_ID);
  const vm = new VmWithSystemIdentity(stack, "vm", { ...VM, userAssignedIdentities: [identity] });
  expect(found(RULE, app)).toEqual([]);
  vm.resource.addOverride("identity.type", "UserAssigned");
  expect(found(RULE, app)).toHaveLength(1);
  const other = new UserAssignedIdentity(stack, "other", { ...GROUP, name: "id-b" });
  other.assignRole("reads", READER, RESOURCE_GROUP_ID);
  vm.addUserAssignedIdentity(other);
  expect(found(RULE, app)).toEqual([]);
});

test("a membership counts as a role, and an identity with neither is none of this rule's", () => {
  const { app, stack } = start();
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-a" });
  new Vm(stack, "vm", { ...VM, userAssignedIdentities: [identity] });
  expect(found(RULE, app)).toEqual([]);
  new GroupMembership(stack, "member", { member: identity, groupObjectId: GUID });
  expect(found(RULE, app)).toHaveLength(1);
});

test("raw resources count, and counted ones do not", () => {
  const app = newApp();
  const stack = checkedStack("test", app);
  const raw = new RawIdentity(stack, "raw", { ...GROUP, name: "id-raw" });
  rawVm(stack, "vm", { type: "UserAssigned", identityIds: [raw.id] });
  rawBinding(stack, "reads", { principalId: raw.principalId });
  expect(places(RULE, app)).toEqual(["information test/raw"]);
  raw.count = TerraformCount.of(1);
  expect(found(RULE, app)).toEqual([]);
});

test("an identity of another stack is there for others, before and after the stacks are linked", () => {
  const app = newApp();
  const [identities, machines] = [newStack("identities", app), newStack("machines", app)];
  const identity = new UserAssignedIdentity(identities, "identity", { ...GROUP, name: "id-a" });
  identity.assignRole("reads", READER, RESOURCE_GROUP_ID);
  new Vm(machines, "vm", { ...VM, userAssignedIdentities: [identity] });
  expect(found(RULE, app)).toEqual([]);
  expect(found(RULE, prepared(app))).toEqual([]);
});

test("a stack alone says nothing, and the finding can be accepted", () => {
  const { app, stack } = start();
  const { identity } = pair(stack);
  expect(found(RULE, stack)).toEqual([]);
  IdentityRules.acknowledge(identity, { id: RULE, reason: "scale-out follows" });
  expect(found(RULE, app)).toEqual([]);
});
