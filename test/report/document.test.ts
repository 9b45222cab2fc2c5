import { KubernetesFleetManager } from "@cdktf/provider-azurerm/lib/kubernetes-fleet-manager";
import type { App } from "cdktf";
import { CustomRole, Deployer, IdentityRules, Role, Scope, UserAssignedIdentity } from "cdktf-azure-identity";
import { EverythingElseStack } from "../../examples/everything-else/stack";
import { GitHubActionsStack } from "../../examples/github-actions/stack";
import { IdentityStack } from "../../examples/shared-identity/identity-stack";
import { OrdersStack } from "../../examples/shared-identity/orders-stack";
import { ReportsStack } from "../../examples/shared-identity/reports-stack";
import { deployerText } from "../../lib/report/document/prerequisites-text";
import { GROUP, newApp, newStack, SUBSCRIPTION } from "../support";
import { documentOf, folderOf } from "./support";

const READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const IN_GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-orders`;
const SHARED = `${IN_GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shared`;

test("an identity of one stack has its hosts and roles of all stacks", async () => {
  const app = newApp();
  const { identity } = new IdentityStack(app, "identity");
  new OrdersStack(app, "orders", { identity });
  new ReportsStack(app, "reports", { identity });
  app.synth();
  const { stacks, identities, access } = await documentOf(app.outdir);
  expect(stacks).toEqual(["identity", "orders", "reports"]);
  expect(identities.map(({ label, hosts }) => [label, hosts.map((host) => host.label)])).toEqual([
    [
      "id-shop (identity/identity)",
      ["vm-orders-billing (orders/billing)", "vm-orders-intake (orders/intake)", "vm-reports (reports/vm)"],
    ],
    ["vm-reports (reports/vm), system-assigned", []],
  ]);
  expect(access.map(({ principal, role, scope, path }) => [principal, role, scope, path])).toEqual([
    [
      "id-shop (identity/identity)",
      "Reader",
      "orders/current-subscription",
      "orders/shop-reads-subscription",
    ],
    [
      "id-shop (identity/identity)",
      "Storage Blob Data Contributor",
      "stordersblobs (orders/account)",
      "orders/shop-writes-blobs",
    ],
    [
      "id-shop (identity/identity)",
      "Key Vault Secrets User",
      "kv-reports (reports/vault)",
      "reports/shop-reads-secrets",
    ],
    [
      "vm-reports (reports/vm), system-assigned",
      "Reader",
      "rg-reports (reports/group)",
      "reports/vm/reads-group",
    ],
  ]);
});

test("an identity that one stack makes and another looks up is one", async () => {
  const at = { name: "id-shared", resource_group_name: "rg-orders" };
  const { identities, access } = await documentOf(
    folderOf({
      provider: { azurerm: { subscription_id: SUBSCRIPTION } },
      resource: {
        azurerm_user_assigned_identity: { shared: at },
        azurerm_linux_virtual_machine: {
          vm: { name: "vm", identity: { type: "UserAssigned", identity_ids: [SHARED.toLowerCase()] } },
        },
        azurerm_role_assignment: {
          reads: {
            scope: IN_GROUP,
            role_definition_name: "Reader",
            principal_id: "${data.azurerm_user_assigned_identity.shared.principal_id}",
          },
        },
      },
      data: { azurerm_user_assigned_identity: { shared: at } },
    }),
  );
  expect(identities).toEqual([
    expect.objectContaining({
      label: "id-shared (azurerm_user_assigned_identity.shared)",
      origin: "made",
      hosts: [expect.objectContaining({ address: "azurerm_linux_virtual_machine.vm" })],
    }),
  ]);
  expect(access).toEqual([
    expect.objectContaining({ principal: identities[0]?.label, roleId: READER, scopeId: IN_GROUP }),
  ]);
});

test("an identity of which only the id is given, and one that is only looked up, say so", async () => {
  const { identities } = await documentOf(
    folderOf({
      resource: {
        azurerm_linux_virtual_machine: {
          vm: { name: "vm", identity: { type: "UserAssigned", identity_ids: [SHARED] } },
        },
      },
      data: { azurerm_user_assigned_identity: { other: { name: "id-other", resource_group_name: "rg" } } },
    }),
  );
  expect(identities.map(({ label, origin }) => [label, origin])).toEqual([
    [SHARED, "given by id"],
    ["id-other (data.azurerm_user_assigned_identity.other)", "looked up"],
  ]);
});

test("count and for_each, and an identity block that Terraform alone knows, are told", async () => {
  const { identities, access, unknownHosts } = await documentOf(
    folderOf({
      resource: {
        azurerm_user_assigned_identity: { many: { for_each: "${var.names}", name: "id-${each.key}" } },
        azurerm_role_assignment: {
          each: {
            for_each: "${var.names}",
            scope: "${var.scope}",
            role_definition_id: "${var.role}",
            principal_id: "${azurerm_user_assigned_identity.many[each.key].principal_id}",
          },
        },
        azurerm_linux_web_app: {
          site: { name: "app-orders", identity: "${var.identity}" },
          shop: { name: "app-shop", identity: { type: "UserAssigned", identity_ids: "${var.ids}" } },
        },
      },
    }),
  );
  expect(identities).toEqual([
    expect.objectContaining({ label: "azurerm_user_assigned_identity.many", isRepeated: true }),
  ]);
  expect(access).toEqual([
    expect.objectContaining({
      principal: "azurerm_user_assigned_identity.many",
      role: "${var.role}",
      scope: "${var.scope}",
      scopeId: "/<var.scope>",
      isRepeated: true,
    }),
  ]);
  expect(unknownHosts.map(({ label }) => label)).toEqual([
    "app-orders (azurerm_linux_web_app.site)",
    "app-shop (azurerm_linux_web_app.shop)",
  ]);
});

test("who gets tokens of an identity is told with issuer, subject and audience", async () => {
  const app = newApp();
  new GitHubActionsStack(app, "github-actions");
  app.synth();
  const { identities } = await documentOf(app.outdir);
  const plans = identities.find(({ path }) => path === "github-actions/plans");
  expect(
    plans?.federatedCredentials.map(({ issuer, subject, audiences }) => [issuer, subject, audiences]),
  ).toEqual(
    ["repo:shop/orders:ref:refs/heads/main", "repo:shop/orders:pull_request"].map((subject) => [
      "https://token.actions.githubusercontent.com",
      subject,
      ["api://AzureADTokenExchange"],
    ]),
  );
});

test("identities that Azure makes for parts of a resource, and memberships of groups, are there", async () => {
  const app = newApp();
  new EverythingElseStack(app, "shop");
  app.synth();
  const { identities, memberships } = await documentOf(app.outdir);
  expect(identities.map(({ label }) => label)).toContain("aks-orders (shop/cluster), kubelet");
  expect(memberships.map(({ member, group }) => [member, group])).toEqual([
    ["app-orders (shop/web-app), system-assigned", "${var.group-object-id}"],
  ]);
});

test("people have no name here, and what they are beside their object id", async () => {
  const { access } = await documentOf(
    folderOf({
      resource: {
        azurerm_role_assignment: {
          admins: {
            scope: "/",
            role_definition_name: "Reader",
            principal_id: READER,
            principal_type: "Group",
          },
        },
      },
    }),
  );
  expect(access).toEqual([
    expect.objectContaining({ principal: `${READER}, group`, principalKind: "group", scopeId: "/" }),
  ]);
});

test("what comes from a stack that is not in the folder is shown as it is written", async () => {
  const outputs = "data.terraform_remote_state.platform.outputs";
  const { access } = await documentOf(
    folderOf({
      data: { terraform_remote_state: { platform: { backend: "local" } } },
      resource: {
        azurerm_role_assignment: {
          reads: {
            scope: `\${${outputs}.group_id}`,
            role_definition_name: "Reader",
            principal_id: `\${${outputs}.principal_id}`,
          },
        },
      },
    }),
  );
  expect(access.map(({ principal, scope }) => [principal, scope])).toEqual([
    [`\${${outputs}.principal_id}`, `\${${outputs}.group_id}`],
  ]);
});

/** An identity with a role of its own, in a group that is there; with the roles of the one who deploys it. */
function withRole(declare: (app: App) => void): App {
  const app = newApp();
  const stack = newStack("orders", app);
  const restarts = new CustomRole(stack, "restarts", {
    name: "Machine Restarter",
    scope: IN_GROUP,
    actions: ["Microsoft.Compute/virtualMachines/restart/action"],
  });
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
  identity.assignRole("restarts", restarts.role, IN_GROUP);
  declare(app);
  app.synth();
  return app;
}

test("a role of one's own is called by its name", async () => {
  const { access } = await documentOf(withRole(() => {}).outdir);
  expect(access.map(({ role }) => role)).toEqual(["Machine Restarter (orders/restarts)"]);
});

test("prerequisites are the least roles; without a deployer nothing is said of what it has", async () => {
  const { prerequisites } = await documentOf(withRole(() => {}).outdir);
  expect(prerequisites).toEqual([
    expect.objectContaining({
      stack: "orders",
      deployer: null,
      roles: expect.arrayContaining([
        { role: "Managed Identity Contributor", roleId: expect.any(String), scope: IN_GROUP },
      ]),
    }),
  ]);
});

test.each([
  ["Contributor", "missing", ["Managed Identity Contributor"]],
  ["Owner", "satisfied", ["Managed Identity Contributor", "User Access Administrator"]],
] as const)("what a stack needs of a deployer that is %s is %s", async (role, status, satisfied) => {
  const app = withRole((app) => {
    IdentityRules.acknowledge(app, { id: "deployer-permission", reason: "the report is looked at" });
    Deployer.of(app).holds(Role.builtIn(role), Scope.subscription(SUBSCRIPTION));
  });
  const [{ deployer, roles = [] } = {}] = (await documentOf(app.outdir)).prerequisites;
  expect(deployer).toEqual({
    status,
    roles: [{ role, scope: `/subscriptions/${SUBSCRIPTION}` }],
  });
  const names = roles.filter((one) => one.status === "satisfied").map((one) => one.role);
  expect(names).toEqual(expect.arrayContaining([...satisfied]));
  expect(roles.some((one) => one.status === "missing")).toBe(status === "missing");
});

test("a deployer that may do all that is known is not said to be enough for what is not covered", async () => {
  const app = newApp();
  const stack = newStack("orders", app);
  new KubernetesFleetManager(stack, "fleet", { name: "fleet", ...GROUP });
  Deployer.of(stack).holdsOnSubscription(Role.builtIn("Owner"));
  app.synth();
  const [{ deployer, notCovered = [] } = {}] = (await documentOf(app.outdir)).prerequisites;
  expect(notCovered).toHaveLength(1);
  expect(deployer?.status).toBe("not covered");
});

test.each([
  ["random_id", "no role of Azure is needed"],
  ["azapi_operation", "which roles are needed is not known"],
])("without roles, of a resource %s is said that %s", async (type, text) => {
  const folder = folderOf({ resource: { [type]: { it: {} } } });
  const [prerequisites] = (await documentOf(folder)).prerequisites;
  expect(prerequisites && deployerText(prerequisites)).toBe(text);
});

test("findings are those of the synth, the worst first; what is accepted is last, with its reason", async () => {
  const app = newApp();
  const stack = newStack("orders", app);
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
  const owner = identity.assignRole("owns", Role.builtIn("Owner"), IN_GROUP);
  const reason = "deploys the landing zone";
  IdentityRules.acknowledge(owner, { id: "privileged-role", reason });
  IdentityRules.naming(stack, { resourceType: "azurerm_user_assigned_identity", prefix: "uai-" });
  app.synth();
  const { findings } = await documentOf(app.outdir);
  expect(findings.map(({ rule, level, path, accepted }) => [rule, level, path, accepted?.reason])).toEqual([
    ["naming-convention", "warning", "orders/identity", undefined],
    ["privileged-role", "error", "orders/identity/owns", reason],
  ]);
});
