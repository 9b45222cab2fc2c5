import { ContainerApp } from "@cdktf/provider-azurerm/lib/container-app";
import { DataAzurermLinuxWebApp } from "@cdktf/provider-azurerm/lib/data-azurerm-linux-web-app";
import { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { LinuxFunctionApp } from "@cdktf/provider-azurerm/lib/linux-function-app";
import { LinuxWebApp } from "@cdktf/provider-azurerm/lib/linux-web-app";
import { MssqlDatabase } from "@cdktf/provider-azurerm/lib/mssql-database";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { TerraformElement, TerraformOutput, TerraformResource, TerraformStack } from "cdktf";
import {
  IdentityRoleBinding,
  type IManagedIdentity,
  ManagedIdentity,
  Role,
  UserAssignedIdentity,
} from "cdktf-azure-identity";
import { accessMatrix } from "cdktf-azure-identity/testing";
import { findings, GROUP, newApp, newStack, synthesized } from "../support";

const SYSTEM = { type: "SystemAssigned" };
const IN_GROUP = { ...GROUP, name: "orders" };
const SITE = { ...IN_GROUP, servicePlanId: "plan", siteConfig: {} };
const POOL = { name: "default", vmSize: "Standard_D2s_v5", nodeCount: 1 };

type Identity = { readonly type: string; readonly identityIds?: string[] };

const HOSTS = [
  {
    type: "azurerm_container_app",
    make: (stack: TerraformStack, identity?: Identity) =>
      new ContainerApp(stack, "host", {
        name: "orders",
        resourceGroupName: "rg",
        containerAppEnvironmentId: "environment",
        revisionMode: "Single",
        template: { container: [] },
        ...(identity && { identity }),
      }),
  },
  {
    type: "azurerm_linux_function_app",
    make: (stack: TerraformStack, identity?: Identity) =>
      new LinuxFunctionApp(stack, "host", { ...SITE, ...(identity && { identity }) }),
  },
  {
    type: "azurerm_linux_web_app",
    make: (stack: TerraformStack, identity?: Identity) =>
      new LinuxWebApp(stack, "host", { ...SITE, ...(identity && { identity }) }),
  },
  {
    type: "azurerm_kubernetes_cluster",
    make: (stack: TerraformStack, identity?: Identity) =>
      new KubernetesCluster(stack, "host", {
        ...IN_GROUP,
        defaultNodePool: POOL,
        ...(identity && { identity }),
      }),
  },
];

function bind(stack: TerraformStack, identity: IManagedIdentity, id = "binding") {
  return new IdentityRoleBinding(stack, id, { identity, role: Role.builtIn("Reader"), scope: "/" });
}

/** What the rules for principals and identities say; names and scopes of the stacks here are not their matter. */
function said(stack: TerraformStack): string[] {
  return findings(stack).map(({ rule, path }) => `${rule} ${path}`);
}

describe.each(HOSTS)("$type", ({ type, make }) => {
  test("its system-assigned identity gets a role", () => {
    const stack = newStack();
    bind(stack, ManagedIdentity.ofResource(make(stack, SYSTEM)));
    expect(synthesized(stack).resource.azurerm_role_assignment.binding).toMatchObject({
      principal_id: `\${${type}.host.identity[0].principal_id}`,
      principal_type: "ServicePrincipal",
    });
    expect(said(stack)).toEqual([]);
    expect(accessMatrix(stack)).toContain("orders (test/host), system-assigned  Reader");
  });

  test("a user-assigned identity is attached through its own config, and counts as used", () => {
    const stack = newStack();
    const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
    const host = make(stack, { type: "SystemAssigned, UserAssigned", identityIds: [identity.id] });
    bind(stack, ManagedIdentity.ofResource(host));
    expect(synthesized(stack).resource[type].host.identity).toEqual({
      type: "SystemAssigned, UserAssigned",
      identity_ids: ["${azurerm_user_assigned_identity.identity.id}"],
    });
    expect(said(stack)).toEqual([]);
  });

  test.each([
    ["without an identity", undefined],
    ["with user-assigned identities alone", { type: "UserAssigned", identityIds: ["${var.identity}"] }],
  ])("%s it has nothing to bind, which is an error", (_, identity) => {
    const stack = newStack();
    bind(stack, ManagedIdentity.ofResource(make(stack, identity)));
    expect(said(stack)).toEqual(["missing-system-identity test/binding"]);
    expect(findings(stack)[0]?.message).toContain(
      "test/host, which has none; allowed is a resource with one; add SystemAssigned to the type of its identity block, or",
    );
  });

  test("an identity that is put in later is there in time", () => {
    const stack = newStack();
    const host = make(stack);
    bind(stack, ManagedIdentity.ofResource(host));
    host.putIdentity(SYSTEM);
    expect(said(stack)).toEqual([]);
  });

  test("its logical id can be overridden after the binding", () => {
    const stack = newStack();
    const host = make(stack, SYSTEM);
    bind(stack, ManagedIdentity.ofResource(host));
    host.overrideLogicalId("renamed");
    expect(synthesized(stack).resource.azurerm_role_assignment.binding.principal_id).toBe(
      `\${${type}.renamed.identity[0].principal_id}`,
    );
  });
});

test("ids are those of the identity block", () => {
  const stack = newStack();
  const { make } = HOSTS[0] as (typeof HOSTS)[number];
  const { principalId, tenantId } = ManagedIdentity.ofResource(make(stack, SYSTEM));
  new TerraformOutput(stack, "ids", { value: [principalId, tenantId] });
  expect(synthesized(stack).output.ids.value).toEqual([
    "${azurerm_container_app.host.identity[0].principal_id}",
    "${azurerm_container_app.host.identity[0].tenant_id}",
  ]);
});

test("the identity of a resource in another stack crosses over", () => {
  const app = newApp();
  const { make } = HOSTS[0] as (typeof HOSTS)[number];
  const identity = ManagedIdentity.ofResource(make(newStack("apps", app), SYSTEM));
  const stack = newStack("access", app);
  bind(stack, identity);
  for (const each of [stack, TerraformStack.of(app.node.findChild("apps"))]) each.prepareStack();
  expect(synthesized(stack).resource.azurerm_role_assignment.binding.principal_id).toMatch(
    /^\$\{data\.terraform_remote_state\.cross-stack-reference-input-apps\.outputs\./,
  );
  expect(accessMatrix(app)).toContain("orders (apps/host), system-assigned");
});

test("what a data source reads has an identity as well", () => {
  const stack = newStack();
  const site = new DataAzurermLinuxWebApp(stack, "site", { name: "app-orders", resourceGroupName: "rg" });
  bind(stack, ManagedIdentity.ofResource(site));
  expect(synthesized(stack).resource.azurerm_role_assignment.binding.principal_id).toBe(
    "${data.azurerm_linux_web_app.site.identity[0].principal_id}",
  );
  expect(said(stack)).toEqual([]);
});

test("a resource without bindings is taken at its word", () => {
  const stack = newStack();
  const raw = new TerraformResource(stack, "raw", { terraformResourceType: "azurerm_redis_cache" });
  bind(stack, ManagedIdentity.ofResource(raw));
  expect(synthesized(stack).resource.azurerm_role_assignment.binding.principal_id).toBe(
    "${azurerm_redis_cache.raw.identity[0].principal_id}",
  );
});

test.each([
  [
    "has no identity block",
    (stack: TerraformStack) => new ResourceGroup(stack, "it", { name: "rg", location: "westeurope" }),
    "[test/it] azurerm_resource_group has no identity block; allowed is a type with a system-assigned identity; " +
      "pass the resource that acts as the identity",
  ],
  [
    "knows user-assigned identities alone",
    (stack: TerraformStack) => new MssqlDatabase(stack, "it", { name: "db", serverId: "server" }),
    "[test/it] azurerm_mssql_database can have user-assigned identities alone; allowed is a type with a " +
      "system-assigned identity; pass the user-assigned identity itself",
  ],
  [
    "is an identity itself",
    (stack: TerraformStack) => new RawIdentity(stack, "it", { ...GROUP, name: "id-orders" }),
    "[test/it] azurerm_user_assigned_identity is an identity itself; allowed is a type with a system-assigned " +
      "identity; pass it as it is",
  ],
])("a type that %s is refused at once", (_, make, message) => {
  const resource = make(newStack());
  expect(() => ManagedIdentity.ofResource(resource)).toThrow(message);
});

describe("the kubelet of a cluster", () => {
  function cluster(stack: TerraformStack, identity: Identity = SYSTEM) {
    return new KubernetesCluster(stack, "cluster", {
      ...GROUP,
      name: "aks-orders",
      defaultNodePool: POOL,
      identity,
    });
  }

  test("it is an identity of its own beside that of the cluster", () => {
    const stack = newStack();
    const aks = cluster(stack);
    bind(stack, ManagedIdentity.ofKubelet(aks), "nodes");
    bind(stack, ManagedIdentity.ofResource(aks), "cluster-itself");
    const { azurerm_role_assignment: assignments } = synthesized(stack).resource;
    expect(assignments.nodes.principal_id).toBe(
      "${azurerm_kubernetes_cluster.cluster.kubelet_identity[0].object_id}",
    );
    expect(said(stack)).toEqual([]);
    expect(accessMatrix(stack)).toContain("aks-orders (test/cluster), kubelet  ");
    expect(accessMatrix(stack)).toContain("aks-orders (test/cluster), system-assigned  ");
  });

  test("one that is brought along counts as used", () => {
    const stack = newStack();
    const brought = new UserAssignedIdentity(stack, "nodes", { ...GROUP, name: "id-nodes" });
    const aks = cluster(stack, { type: "UserAssigned", identityIds: ["${var.identity}"] });
    aks.putKubeletIdentity({
      clientId: brought.clientId,
      objectId: brought.principalId,
      userAssignedIdentityId: brought.id,
    });
    bind(stack, ManagedIdentity.ofKubelet(aks));
    expect(said(stack)).toEqual([]);
  });

  test("a type of principal that it is not is an error", () => {
    const stack = newStack();
    bind(stack, ManagedIdentity.ofKubelet(cluster(stack))).resource.principalType = "User";
    expect(said(stack)).toEqual(["principal-type test/binding"]);
  });

  test.each(["client_id", "user_assigned_identity_id"])("its %s is no principal", (attribute) => {
    const stack = newStack();
    cluster(stack);
    const principalId = `\${azurerm_kubernetes_cluster.cluster.kubelet_identity[0].${attribute}}`;
    bind(stack, { principalId, tenantId: "" });
    expect(said(stack)).toEqual(["principal-id-attribute test/binding"]);
  });

  test("its tenant is not known, and other resources have none", () => {
    const stack = newStack();
    expect(() => ManagedIdentity.ofKubelet(cluster(stack)).tenantId).toThrow(
      "[test/cluster] tenantId of the kubelet identity is read, and azurerm does not say it; allowed is principalId; take",
    );
    const group = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
    expect(() => ManagedIdentity.ofKubelet(group)).toThrow(
      "[test/group] azurerm_resource_group has no kubelet; allowed is azurerm_kubernetes_cluster; pass the cluster",
    );
  });

  test("asking makes nothing", () => {
    const stack = newStack();
    const aks = cluster(stack);
    const elements = () => stack.node.findAll().filter(TerraformElement.isTerraformElement).length;
    const before = elements();
    ManagedIdentity.ofKubelet(aks);
    ManagedIdentity.ofResource(aks);
    expect(elements()).toBe(before);
  });
});
