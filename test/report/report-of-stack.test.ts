import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import type { App } from "cdktf";
import {
  Deployer,
  IdentityRoleBinding,
  IdentityRules,
  Role,
  Scope,
  UserAssignedIdentity,
} from "cdktf-azure-identity";
import type { IdentityReport } from "../../lib/report/identity-report";
import { exported, GROUP, GUID, newApp, newStack, SUBSCRIPTION } from "../support";
import { writtenReport } from "./written-report";

const REASON = "an import of what exists";

/** Three stacks: of this library, of raw resources beside it, and one that nobody has checked. */
function program(): App {
  const app = newApp();
  for (const id of ["orders", "bills"]) {
    const stack = newStack(id, app);
    const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: `id-${id}` });
    identity.assignRole("reads", Role.builtIn("Reader"), Scope.resourceGroup(SUBSCRIPTION, `rg-${id}`));
  }
  exported(new RawIdentity(newStack("raw", app), "identity", { ...GROUP, name: "id-raw" }));
  return app;
}

function reportOf(app: App, stack = "orders"): IdentityReport {
  app.synth();
  return writtenReport(app, stack);
}

function owner(app: App): IdentityRoleBinding {
  return new IdentityRoleBinding(app.node.findChild("orders"), "owner", {
    identity: { principalId: GUID, tenantId: GUID },
    role: Role.builtIn("Owner"),
    scope: Scope.resourceGroup(SUBSCRIPTION, "rg-orders"),
  });
}

test("bindings are those of the stack, in words", () => {
  expect(reportOf(program()).bindings).toEqual([
    {
      address: "azurerm_role_assignment.identity_reads_FA2C6007",
      path: "orders/identity/reads",
      identity: "id-orders (orders/identity)",
      role: "Reader",
      scope: `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-orders`,
    },
  ]);
});

test("findings are those of the stack, at every level", () => {
  const app = program();
  owner(app);
  IdentityRules.severity(app, "privileged-role", "information");
  IdentityRules.naming(app, { resourceType: "azurerm_user_assigned_identity", prefix: "uai-" });
  const { findings } = reportOf(app);
  expect(findings.map(({ rule, level, path, address }) => [rule, level, path, address])).toEqual([
    ["naming-convention", "warning", "orders/identity", "azurerm_user_assigned_identity.identity"],
    ["privileged-role", "information", "orders/owner", "azurerm_role_assignment.owner"],
  ]);
  expect(findings.map(({ message }) => message)).toEqual([
    expect.stringContaining('does not begin with "uai-"'),
    expect.stringContaining('role "Owner"'),
  ]);
});

test("a finding that is accepted says by what: by the acknowledgement nearest to it", () => {
  const app = program();
  for (const [construct, reason] of [
    [app, "everywhere"],
    [owner(app), REASON],
    [app.node.findChild("orders"), "in this stack"],
  ] as const) {
    IdentityRules.acknowledge(construct, { id: "privileged-role", reason });
  }
  expect(reportOf(app).findings).toEqual([
    expect.objectContaining({
      rule: "privileged-role",
      path: "orders/owner",
      accepted: { path: "orders/owner", reason: REASON },
    }),
  ]);
});

test("settings are those that are about the stack: at it, above it, and inside it", () => {
  const app = program();
  const [orders, bills] = ["orders", "bills"].map((id) => app.node.findChild(id)) as [App, App];
  const accepted = [app, orders, orders.node.findChild("identity"), bills];
  for (const construct of accepted) {
    IdentityRules.acknowledge(construct, { id: "unbound-identity", reason: REASON });
  }
  for (const construct of [app, orders, bills]) {
    IdentityRules.severity(construct, "unused-identity", "information");
    const prefix = construct === bills ? "id-bills" : "id-";
    IdentityRules.naming(construct, { resourceType: "azurerm_user_assigned_identity", prefix });
  }
  const { acknowledgements, levels, conventions } = reportOf(app).settings;
  expect(acknowledgements).toEqual(
    ["", "orders", "orders/identity"].map((path) => ({ path, id: "unbound-identity", reason: REASON })),
  );
  expect(levels).toEqual(
    ["", "orders"].map((path) => ({ path, id: "unused-identity", level: "information" })),
  );
  expect(conventions).toEqual(
    ["", "orders"].map((path) => ({
      path,
      resourceType: "azurerm_user_assigned_identity",
      prefix: "id-",
    })),
  );
});

test("a stack that nobody has checked says so, and has no findings", () => {
  const app = program();
  IdentityRules.naming(app, { resourceType: "azurerm_user_assigned_identity", prefix: "uai-" });
  const { settings, findings } = reportOf(app, "raw");
  expect(settings).toMatchObject({ checked: false, enforced: false });
  expect(findings).toEqual([]);
});

test("a stack with a construct of this library is checked, and enforced where that is asked for", () => {
  const app = program();
  expect(reportOf(app).settings).toMatchObject({ checked: true, enforced: false });
  IdentityRules.enforce(app.node.findChild("orders"));
  expect(reportOf(app).settings).toMatchObject({ checked: true, enforced: true });
  expect(reportOf(app, "bills").settings).toMatchObject({ checked: true, enforced: false });
});

test("there is no deployer unless one is declared", () => {
  expect(reportOf(program()).deployer).toBeNull();
});

test("a declared deployer has the roles of the stack and those of the app", () => {
  const app = program();
  Deployer.of(app).holdsOnSubscription(Role.builtIn("Owner"));
  const group = Scope.resourceGroup(SUBSCRIPTION, "rg-orders");
  Deployer.of(app.node.findChild("orders")).holds(Role.builtIn("Reader"), group, {
    principalTypes: ["ServicePrincipal"],
  });
  const ofApp = {
    role: { guid: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635" },
    subscriptionsOf: ["orders", "bills", "raw"],
  };
  IdentityRules.severity(app, "deployer-permission", "warning");
  expect(reportOf(app).deployer).toEqual([
    ofApp,
    {
      role: { guid: "acdd72a7-3385-48ef-bd42-f606fba81ae7" },
      scope: { stack: "orders", text: group },
      limit: { principalTypes: ["ServicePrincipal"] },
    },
  ]);
  expect(reportOf(app, "bills").deployer).toEqual([ofApp]);
});

test("operations have the ids of their scopes in stacks for which a deployer is declared, and words alone in others", () => {
  const app = program();
  Deployer.of(app.node.findChild("orders")).holdsOnSubscription(Role.builtIn("Owner"));
  const [orders, bills] = ["orders", "bills"].map((stack) =>
    reportOf(app, stack).operations.flatMap(({ resources }) => resources),
  );
  expect(orders?.map(({ scopes }) => scopes)).not.toContain(undefined);
  expect(new Set(bills?.map(({ scopes }) => scopes))).toEqual(new Set([undefined]));
});

test("what constructs of this library made is told from what is raw", () => {
  const app = program();
  const orders = app.node.findChild("orders") as App;
  exported(new RawIdentity(orders, "raw", { ...GROUP, name: "id-theirs" }));
  UserAssignedIdentity.fromName(orders, "found", { name: "id-found", resourceGroupName: "rg" });
  expect(reportOf(app).own).toEqual([
    "azurerm_user_assigned_identity.identity",
    "azurerm_role_assignment.identity_reads_FA2C6007",
    "data.azurerm_user_assigned_identity.found",
  ]);
  expect(reportOf(app, "raw").own).toEqual([]);
});

test("constructs that became one element are listed", () => {
  const app = program();
  const orders = app.node.findChild("orders") as App;
  for (const id of ["raw a", "raw-a"]) {
    const identity = new RawIdentity(orders, id, { ...GROUP, name: "id-theirs" });
    identity.overrideLogicalId("raw");
    exported(identity);
  }
  expect(reportOf(app).merged).toEqual([
    { address: "azurerm_user_assigned_identity.raw", paths: ["orders/raw a", "orders/raw-a"] },
  ]);
});
