import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { TerraformCount, TerraformStack, TerraformVariable } from "cdktf";
import {
  CustomRole,
  Deployer,
  IdentityRules,
  Principal,
  PrincipalRoleBinding,
  Role,
  Scope,
  UserAssignedIdentity,
  Vm,
} from "cdktf-azure-identity";
import { synthesize } from "cdktf-azure-identity/testing";
import { exported, findings, GROUP, GUID, newApp, SUBSCRIPTION } from "../support";
import {
  CONTRIBUTOR,
  HERE,
  IN_GROUP,
  identityIn,
  quietStack,
  READER,
  withIdentity,
} from "./deployer-support";
import { found, places, prepared, VM } from "./support";

const RULE = "deployer-permission";
const UNCLEAR = "unclear-deployer-permission";
const ADMINISTRATOR = Role.builtIn("Role Based Access Control Administrator");

test("without a declared deployer nothing is said", () => {
  expect(findings(withIdentity())).toEqual([]);
});

test("a deployer that may do everything is no finding", () => {
  const stack = withIdentity();
  Deployer.of(stack).holdsOnSubscription(CONTRIBUTOR);
  expect(findings(stack)).toEqual([]);
});

test("all that is missing for a resource is one error with the least role that changes it", () => {
  const stack = withIdentity();
  Deployer.of(stack).holdsOnSubscription(READER);
  expect(findings(stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/identity",
      address: "azurerm_user_assigned_identity.identity",
      message:
        "the deployer may not do all that Terraform asks for here; missing is " +
        "Microsoft.ManagedIdentity/userAssignedIdentities/write, Microsoft.ManagedIdentity/userAssignedIdentities/delete " +
        `at ${IN_GROUP}; allowed is what its declared roles allow; give the deployer "Managed Identity Contributor" ` +
        `at ${IN_GROUP}, and declare it with Deployer.of`,
    },
  ]);
});

test("what is missing is asked for at each place, and what only changes ask for is in the same error", () => {
  const stack = withIdentity();
  new Vm(stack, "vm", VM);
  Deployer.of(stack)
    .holdsOnSubscription(READER)
    .holds(Role.builtIn("Managed Identity Contributor"), IN_GROUP);
  const [finding, ...others] = findings(stack);
  expect([finding?.level, finding?.path, others]).toEqual(["error", "test/vm", []]);
  expect(finding?.message).toContain(
    "for some changes also Microsoft.Compute/disks/write, Microsoft.Compute/virtualMachines/powerOff/action",
  );
  expect(finding?.message).toContain(
    `give the deployer "Virtual Machine Contributor" at ${IN_GROUP}, and "Network Contributor" at ${VM.networkInterfaceIds}, and declare it`,
  );
});

test("raw resources count like all others, also in a stack with nothing of this library", () => {
  const stack = quietStack();
  new ResourceGroup(stack, "group", { name: "rg-new", location: "westeurope" });
  Deployer.of(stack).holdsOnSubscription(READER);
  expect(places(RULE, stack)).toEqual(["error test/group"]);
});

test("Contributor may write no role assignments, and the administrator only within its limit", () => {
  const limited = (limit?: Parameters<Deployer["holds"]>[2]) => {
    const stack = quietStack("test", newApp(), SUBSCRIPTION);
    identityIn(stack).assignRole("reads", READER, IN_GROUP);
    Deployer.of(stack).holdsOnSubscription(CONTRIBUTOR);
    if (limit) Deployer.of(stack).holds(ADMINISTRATOR, HERE, limit);
    return found(RULE, stack);
  };
  expect(limited({})).toEqual([]);
  expect(limited({ roles: [READER], principalTypes: ["ServicePrincipal"] })).toEqual([]);
  const [none] = limited();
  expect(none).toMatchObject({ level: "error", path: "test/identity/reads" });
  expect(none?.message).toMatch(
    /give the deployer "Role Based Access Control Administrator" with a condition on what it may assign at \S+rg-orders, and declare/,
  );
  for (const limit of [{ roles: [CONTRIBUTOR] }, { principalTypes: ["User" as const] }]) {
    const [finding] = limited(limit);
    expect(finding).toMatchObject({ level: "error", path: "test/identity/reads" });
    expect(finding?.message).toContain(", or a limit that lets it assign this, and declare");
  }
});

test("a limit is no reason for what is not about role assignments", () => {
  const stack = withIdentity();
  Deployer.of(stack).holdsOnSubscription(ADMINISTRATOR, { roles: [READER] });
  expect(found(RULE, stack).map(({ message }) => message)).toEqual([
    expect.not.stringContaining("or a limit"),
  ]);
});

test("a stack of raw resources that is synthesized alone fails as well", () => {
  const stack = quietStack();
  new RawIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
  Deployer.of(stack).holdsOnSubscription(READER);
  expect(() => synthesize(stack)).toThrow("error  deployer-permission: the deployer may not do all");
});

test("a limit names principals by what they are", () => {
  const stack = quietStack("test", newApp(), SUBSCRIPTION);
  const one = identityIn(stack);
  for (const [id, principal] of Object.entries({ one, other: Principal.user(GUID) })) {
    new PrincipalRoleBinding(stack, `reads-${id}`, { principal, role: READER, scope: IN_GROUP });
  }
  Deployer.of(stack)
    .holdsOnSubscription(CONTRIBUTOR)
    .holds(ADMINISTRATOR, HERE, { principals: [one] });
  expect(places(RULE, stack)).toEqual(["error test/reads-other"]);
});

test("the roles of the app are those of its stacks as well, and not the other way round", () => {
  const app = newApp();
  const [first] = [withIdentity(app, "first"), withIdentity(app, "second")];
  Deployer.of(app).holdsOnSubscription(READER);
  expect(places(RULE, app)).toEqual(["error first/identity", "error second/identity"]);
  Deployer.of(first).holdsOnSubscription(CONTRIBUTOR);
  expect(places(RULE, app)).toEqual(["error second/identity"]);
});

test("a stack that is made after the declaration is checked, and its synth fails", () => {
  const app = newApp();
  Deployer.of(app).holdsOnSubscription(READER);
  const stack = quietStack("late", app);
  new RawIdentity(stack, "identity", { ...GROUP, name: "id-late" });
  expect(() => app.synth()).toThrow("error  deployer-permission: the deployer may not do all");
});

test("a role at what a stack makes comes too late for it, and not for the next one", () => {
  const app = newApp();
  const groups = quietStack("groups", app, SUBSCRIPTION);
  const group = new ResourceGroup(groups, "group", { name: "rg-new", location: "westeurope" });
  const orders = quietStack("orders", app, SUBSCRIPTION);
  for (const stack of [groups, orders]) {
    const identity = new UserAssignedIdentity(stack, "identity", {
      name: `id-${stack.node.id}`,
      resourceGroupName: group.name,
      location: group.location,
    });
    exported(identity);
  }
  Deployer.of(app).holdsOnSubscription(READER).holds(CONTRIBUTOR, group.id);
  Deployer.of(groups).holds(
    Role.fromDefinitionId("b24988ac-6180-42a0-ab88-20f7382dd24c"),
    Scope.resourceGroup(SUBSCRIPTION, "rg-unrelated"),
  );
  expect(places(RULE, prepared(app))).toEqual(["error groups/group"]);
  expect(places(UNCLEAR, app)).toEqual(["warning groups"]);
  expect(found(UNCLEAR, app)[0]?.message).toMatch(
    /^whether the deployer may do all that Terraform asks for is open, as a role at \S+rg-new can be had only after this stack made it; open is /,
  );
});

test("a role of the app counts with what it allows, where another stack makes it", () => {
  const app = newApp();
  const roles = quietStack("roles", app, SUBSCRIPTION);
  const { role } = new CustomRole(roles, "own", {
    name: "identity writer",
    scope: HERE,
    actions: ["Microsoft.ManagedIdentity/userAssignedIdentities/*"],
  });
  const orders = withIdentity(app, "orders");
  Deployer.of(orders).holdsOnSubscription(READER).holds(role, IN_GROUP);
  expect(places(RULE, prepared(app))).toEqual([]);
});

test("the GUID of a role counts where only the start of its id is a reference", () => {
  const stack = withIdentity();
  const role = Role.fromDefinitionId(
    `${Scope.currentSubscription(stack)}/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c`,
  );
  Deployer.of(stack).holdsOnSubscription(role);
  expect(places(RULE, stack)).toEqual([]);
});

test("a scope and a subscription that Terraform alone knows are the same where they are the same variable", () => {
  const stack = new TerraformStack(newApp(), "test");
  const { stringValue } = new TerraformVariable(stack, "subscription-id", { type: "string" });
  new AzurermProvider(stack, "azurerm", {
    features: [{}],
    subscriptionId: stringValue,
    resourceProviderRegistrations: "none",
  });
  identityIn(stack);
  new RawIdentity(stack, "several", {
    ...GROUP,
    name: `id-${TerraformCount.of(2).index}`,
    count: TerraformCount.of(2),
  });
  Deployer.of(stack).holds(READER, Scope.subscription(stringValue));
  expect(places(RULE, stack)).toEqual(["error test/identity", "error test/several"]);
  Deployer.of(stack).holds(CONTRIBUTOR, Scope.resourceGroup(stringValue, "rg-orders"));
  expect(places(RULE, stack)).toEqual([]);
});

test("a finding can be accepted and its level set as with any rule", () => {
  const stack = withIdentity();
  Deployer.of(stack).holdsOnSubscription(READER);
  IdentityRules.severity(stack, RULE, "warning");
  expect(places(RULE, stack)).toEqual(["warning test/identity"]);
  IdentityRules.acknowledge(stack.node.findChild("identity"), { id: RULE, reason: "made by hand before" });
  expect(findings(stack)).toEqual([]);
});
