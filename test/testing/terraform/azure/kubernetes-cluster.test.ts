import { UNKNOWN } from "../../../../lib/testing/terraform/provider/value";
import { assignment, Desk, GROUP, IDENTITIES, identity, inGroup, SUBSCRIPTION } from "./support";

const CLUSTER = "azurerm_kubernetes_cluster";
const NODES = `/subscriptions/${SUBSCRIPTION}/resourceGroups/MC_rg_aks_westeurope/providers/Microsoft.ManagedIdentity/userAssignedIdentities/aks-agentpool`;

function arguments_(more: object = {}) {
  return inGroup({
    name: "aks",
    default_node_pool: [{ name: "default" }],
    identity: [{ type: "SystemAssigned" }],
    ...more,
  });
}

type Kubelet = {
  readonly client_id: string;
  readonly object_id: string;
  readonly user_assigned_identity_id: string;
};

function kubeletOf({ kubelet_identity }: { [name: string]: unknown }): Kubelet {
  return (kubelet_identity as Kubelet[])[0] as Kubelet;
}

test("the nodes of a cluster get an identity, which can be given a role", () => {
  const desk = new Desk();
  const cluster = desk.create(CLUSTER, arguments_());
  const kubelet = kubeletOf(cluster);
  expect(kubelet.user_assigned_identity_id).toBe(NODES);
  const assigned = desk.create("azurerm_role_assignment", assignment({ principal_id: kubelet.object_id }));
  expect(assigned.principal_id).toBe(kubelet.object_id);
  expect(() =>
    desk.create("azurerm_role_assignment", assignment({ principal_id: kubelet.client_id })),
  ).toThrow("PrincipalNotFound");
});

test("it is not that of the cluster, and goes with the cluster", () => {
  const desk = new Desk();
  const cluster = desk.create(CLUSTER, arguments_());
  const { object_id } = kubeletOf(cluster);
  expect(cluster.identity).not.toMatchObject([{ principal_id: object_id }]);
  expect(desk.azure.find(NODES)).toBeDefined();
  desk.remove(CLUSTER, cluster);
  expect(desk.azure.find(NODES)).toBeUndefined();
  expect(desk.azure.principals.find(object_id)).toBeUndefined();
});

test("it is not known before the cluster is there, and stays when the cluster changes", () => {
  const desk = new Desk();
  const { plan } = desk.behaviour(CLUSTER);
  const planned = { identity: [{ type: "SystemAssigned" }], kubelet_identity: [] };
  const created = plan?.({ prior: null, planned, config: planned });
  expect(created).toMatchObject({ planned: { kubelet_identity: UNKNOWN }, hasComputedBlocks: true });
  const prior = { ...planned, kubelet_identity: [{ object_id: "before" }] };
  const changed = plan?.({ prior, planned, config: planned });
  expect(changed?.planned?.kubelet_identity).toEqual([{ object_id: "before" }]);
});

test("one that is brought along is kept, and Azure makes none", () => {
  const desk = new Desk();
  const { principal_id, client_id } = identity(desk, "id-nodes");
  const brought = {
    client_id,
    object_id: principal_id,
    user_assigned_identity_id: `${IDENTITIES}/id-nodes`,
  };
  const cluster = desk.create(CLUSTER, arguments_({ kubelet_identity: [brought] }));
  expect(kubeletOf(cluster)).toEqual(brought);
  expect(desk.azure.find(NODES)).toBeUndefined();
});

test("the group of the nodes has a name that Azure makes, or one of its own", () => {
  const desk = new Desk();
  const made = desk.create(CLUSTER, arguments_({ name: "other" }));
  expect(made.node_resource_group).toBe("MC_rg_other_westeurope");
  const cluster = desk.create(CLUSTER, arguments_({ node_resource_group: "rg-nodes" }));
  expect(kubeletOf(cluster).user_assigned_identity_id).toContain("/resourceGroups/rg-nodes/");
  expect(String(cluster.id)).toBe(`${GROUP}/providers/Microsoft.ContainerService/managedClusters/aks`);
});
