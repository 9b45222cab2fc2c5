import { DataAzurermUserAssignedIdentity } from "@cdktf/provider-azurerm/lib/data-azurerm-user-assigned-identity";
import { LinuxWebApp } from "@cdktf/provider-azurerm/lib/linux-web-app";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { type App, TerraformVariable } from "cdktf";
import {
  IdentityRoleBinding,
  Principal,
  PrincipalRoleBinding,
  Role,
  Scope,
  UserAssignedIdentity,
} from "cdktf-azure-identity";
import fc from "fast-check";
import { EverythingElseStack } from "../../../examples/everything-else/stack";
import { GitHubActionsStack } from "../../../examples/github-actions/stack";
import { IdentityStack } from "../../../examples/shared-identity/identity-stack";
import { OrdersStack } from "../../../examples/shared-identity/orders-stack";
import { readProject } from "../../../lib/cli/project/read-project";
import { readModel } from "../../../lib/model/model";
import { grants } from "../../../lib/report/access";
import { reportAccess } from "../../../lib/report/document/report-access";
import { type IdentityGraph, identityGraph } from "../../../lib/report/graph/identity-graph";
import { GROUP, GUID, newApp, newStack, SUBSCRIPTION } from "../../support";
import { manyStacks } from "../page/stacks";

function graphOf(app: App): IdentityGraph {
  app.synth();
  return identityGraph(readProject(app.outdir).model);
}

/** Each edge in words. */
function edgesIn({ nodes, edges }: IdentityGraph): string[] {
  const texts = new Map(nodes.map(({ id, text }) => [id, text]));
  return edges.map(({ kind, from, to, label }) =>
    [texts.get(from), kind, ...(label ? [label] : []), texts.get(to)].join(" | "),
  );
}

function nodesIn({ nodes }: IdentityGraph, ...kinds: string[]) {
  return nodes.filter(({ kind }) => kinds.includes(kind));
}

test("hosts have identities, which have roles and become members of groups", () => {
  const app = newApp();
  new EverythingElseStack(app, "shop");
  expect(edgesIn(graphOf(app))).toMatchInlineSnapshot(`
    [
      "ca-orders (shop/container-app) | has | ca-orders (shop/container-app), system-assigned",
      "ca-orders (shop/container-app) | has | id-orders-pulls (shop/pulls)",
      "aks-orders (shop/cluster) | has | aks-orders (shop/cluster), system-assigned",
      "func-orders (shop/function-app) | has | func-orders (shop/function-app), system-assigned",
      "app-orders (shop/web-app) | has | app-orders (shop/web-app), system-assigned",
      "aks-orders (shop/cluster) | has | aks-orders (shop/cluster), kubelet",
      "app-orders (shop/web-app), system-assigned | member | \${var.group-object-id}",
      "aks-orders (shop/cluster), system-assigned | role | Network Contributor | rg-orders (shop/group)",
      "ca-orders (shop/container-app), system-assigned | role | Key Vault Secrets User | kv-orders (shop/vault)",
      "func-orders (shop/function-app), system-assigned | role | Storage Blob Data Owner | stordersfunctions (shop/account)",
      "aks-orders (shop/cluster), kubelet | role | AcrPull | crorders (shop/registry)",
      "id-orders-pulls (shop/pulls) | role | AcrPull | crorders (shop/registry)",
    ]
  `);
});

test("who gets tokens of an identity is linked with it by the credential", () => {
  const app = newApp();
  new GitHubActionsStack(app, "ci");
  const graph = graphOf(app);
  expect(edgesIn(graph)).toMatchInlineSnapshot(`
    [
      "repo:shop/orders:environment:production | federation | production | id-orders-deploys (ci/deploys)",
      "repo:shop/orders:ref:refs/heads/main | federation | main | id-orders-plans (ci/plans)",
      "repo:shop/orders:pull_request | federation | pull-requests | id-orders-plans (ci/plans)",
      "id-orders-deploys (ci/deploys) | role | Contributor | rg-orders (ci/group)",
      "id-orders-plans (ci/plans) | role | Reader | rg-orders (ci/group)",
    ]
  `);
  expect(nodesIn(graph, "subject").map(({ detail }) => detail)).toEqual(
    Array(3).fill("https://token.actions.githubusercontent.com"),
  );
});

test("an identity that one stack makes and another uses is one node, which lies in the first", () => {
  const app = newApp();
  const { identity } = new IdentityStack(app, "identity");
  new OrdersStack(app, "orders", { identity });
  const [shop, ...others] = nodesIn(graphOf(app), "user-assigned");
  expect(shop).toMatchObject({
    name: "id-shop",
    path: "identity/identity",
    stack: "identity",
  });
  expect(others).toEqual([]);
});

test("an identity that is made, looked up and written out by its id is one node", () => {
  const app = newApp();
  const stack = newStack("orders", app);
  new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
  const other = newStack("web", app);
  const lookedUp = new DataAzurermUserAssignedIdentity(other, "look-up", {
    name: "id-orders",
    resourceGroupName: GROUP.resourceGroupName,
  });
  const id = `/subscriptions/${SUBSCRIPTION}/resourceGroups/${GROUP.resourceGroupName}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders`;
  for (const [name, identityId] of [
    ["looked-up", lookedUp.id],
    ["written-out", id],
  ] as const) {
    new LinuxWebApp(other, name, {
      ...GROUP,
      name: `app-${name}`,
      servicePlanId: "plan",
      siteConfig: {},
      identity: { type: "UserAssigned", identityIds: [identityId] },
    });
  }
  const graph = graphOf(app);
  expect(nodesIn(graph, "user-assigned").map(({ text }) => text)).toEqual(["id-orders (orders/identity)"]);
  expect(graph.edges.map(({ kind, path }) => [kind, path])).toEqual([
    ["has", "web/looked-up"],
    ["has", "web/written-out"],
  ]);
});

test("a scope is one node, however its id is written, and knows what it is in", () => {
  const app = newApp();
  const stack = newStack("orders", app);
  const group = new ResourceGroup(stack, "group", {
    name: "rg-orders",
    location: "westeurope",
  });
  const account = new StorageAccount(stack, "account", {
    name: "storders",
    resourceGroupName: group.name,
    location: group.location,
    accountTier: "Standard",
    accountReplicationType: "LRS",
  });
  const container = new TerraformVariable(stack, "container", {});
  const identity = new UserAssignedIdentity(stack, "identity", {
    ...GROUP,
    name: "id-orders",
  });
  const scopes = {
    group: group.id,
    written: Scope.resourceGroup(SUBSCRIPTION, "RG-Orders"),
    account: account.id,
    container: `${account.id}/blobServices/default/containers/${container.stringValue}`,
    subscription: Scope.subscription(SUBSCRIPTION),
    management: Scope.managementGroup("mg-shop"),
    unknown: new TerraformVariable(stack, "scope", {}).stringValue,
  };
  for (const [name, scope] of Object.entries(scopes)) {
    new IdentityRoleBinding(stack, `at-${name}`, {
      identity,
      role: Role.builtIn(roleFor(name)),
      scope,
    });
  }
  expect(
    nodesIn(graphOf(app), "scope").map(({ name, detail, within }) => [name, detail, ...(within ?? [])]),
  ).toEqual([
    ["storders", "Microsoft.Storage/storageAccounts", SUBSCRIPTION, "rg-orders"],
    [
      "<var.container>",
      "Microsoft.Storage/storageAccounts/blobServices/containers",
      SUBSCRIPTION,
      "rg-orders",
    ],
    ["rg-orders", "resource group", SUBSCRIPTION, "rg-orders"],
    ["mg-shop", "management group"],
    [SUBSCRIPTION, "subscription", SUBSCRIPTION],
    ["<var.scope>", undefined],
  ]);
});

/** The same role twice at one scope would be a finding. */
function roleFor(name: string) {
  return name === "written" ? "Contributor" : "Reader";
}

test("people and groups are told from principals of which nothing is known", () => {
  const app = newApp();
  const stack = newStack("orders", app);
  const scope = Scope.subscription(SUBSCRIPTION);
  const principals = [
    Principal.user(GUID),
    Principal.group(GUID.replace(/a/g, "b")),
    Principal.servicePrincipal(GUID.replace(/a/g, "c")),
  ];
  for (const [at, principal] of principals.entries()) {
    new PrincipalRoleBinding(stack, `binding-${at}`, {
      principal,
      role: Role.builtIn("Reader"),
      scope,
    });
  }
  expect(graphOf(app).nodes.map(({ kind }) => kind)).toEqual(["user", "scope", "group", "principal"]);
});

test.each([
  "azurerm_user_assigned_identity.app.client_id",
  "azurerm_linux_web_app.app.id",
  "data.azurerm_client_config.current.object_id",
])("%s is nobody's principal id here, and a principal of its own for the text as for the graph", (reference) => {
  const text = `\${${reference}}`;
  const model = readModel([
    {
      path: "app",
      own: new Set(),
      merged: [],
      json: {
        data: { azurerm_client_config: { current: {} } },
        resource: {
          azurerm_user_assigned_identity: { app: { name: "id-app", resource_group_name: "rg" } },
          azurerm_linux_web_app: { app: { name: "app", identity: { type: "SystemAssigned" } } },
          azurerm_role_assignment: {
            reads: {
              principal_id: text,
              role_definition_name: "Reader",
              scope: `/subscriptions/${SUBSCRIPTION}`,
            },
          },
        },
      },
    },
  ]);
  const graph = identityGraph(model);
  const [{ from } = { from: "" }] = graph.edges.filter(({ kind }) => kind === "role");
  expect(graph.nodes.find(({ id }) => id === from)).toEqual({
    id: from,
    kind: "principal",
    name: text,
    text,
  });
  expect(
    reportAccess(model, graph).map(({ principal, principalKind }) => [principal, principalKind]),
  ).toEqual([[text, "principal"]]);
  expect(grants(model).map(({ identity }) => identity)).toEqual([text]);
});

test("an identity without a role and a host of which the identities are not known are nodes all the same", () => {
  const app = newApp();
  const stack = newStack("orders", app);
  new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
  const web = new LinuxWebApp(stack, "web", {
    ...GROUP,
    name: "app",
    servicePlanId: "plan",
    siteConfig: {},
  });
  web.addOverride("dynamic.identity", {
    for_each: "${var.identities}",
    content: { type: "SystemAssigned" },
  });
  const { nodes, edges } = graphOf(app);
  expect(nodes.map(({ kind, name }) => [kind, name])).toEqual([
    ["user-assigned", "id-orders"],
    ["host", "app"],
  ]);
  expect(edges).toEqual([]);
});

test("each edge joins two nodes, each id is given once, and each binding is an edge", () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(6), (identities, roles) => {
      const model = readModel(manyStacks(identities, roles));
      const { nodes, edges } = identityGraph(model);
      const ids = new Set(nodes.map(({ id }) => id));
      expect(ids.size).toBe(nodes.length);
      expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
      expect(edges.flatMap(({ from, to }) => [from, to]).filter((id) => !ids.has(id))).toEqual([]);
      expect(edges.filter(({ kind }) => kind === "role").map(({ path }) => path)).toEqual(
        model.bindings.map(({ entry }) => entry.path),
      );
    }),
    { numRuns: 20 },
  );
});
