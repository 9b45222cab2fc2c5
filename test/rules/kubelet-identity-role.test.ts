import { DataAzurermUserAssignedIdentity } from "@cdktf/provider-azurerm/lib/data-azurerm-user-assigned-identity";
import {
  KubernetesCluster,
  type KubernetesClusterConfig,
} from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { type App, Fn, TerraformHclModule, type TerraformStack } from "cdktf";
import { type BuiltInRoleName, IdentityRoleBinding, Role, UserAssignedIdentity } from "cdktf-azure-identity";
import { GROUP, newApp, newStack, SUBSCRIPTION } from "../support";
import { HAND_OVERS, OTHER_ASSIGNMENTS } from "./other-roles-support";
import { found, LATE_TEXTS, places, prepared, READER_ID, rawBinding } from "./support";

const RULE = "kubelet-identity-role";
const ROLE = "Managed Identity Operator";
const ROLE_ID = "/providers/Microsoft.Authorization/roleDefinitions/f1a07417-d97a-45cb-824c-7a7467783830";

interface Parts {
  readonly app: App;
  readonly stack: TerraformStack;
  readonly control: UserAssignedIdentity;
  readonly kubelet: UserAssignedIdentity;
  readonly cluster: KubernetesCluster;
}

function clustered(config: Partial<KubernetesClusterConfig> = {}): Parts {
  const app = newApp();
  const stack = newStack("test", app);
  const control = new UserAssignedIdentity(stack, "control", { ...GROUP, name: "id-control" });
  const kubelet = new UserAssignedIdentity(stack, "kubelet", { ...GROUP, name: "id-kubelet" });
  const cluster = new KubernetesCluster(stack, "cluster", {
    ...GROUP,
    name: "aks-shop",
    dnsPrefix: "shop",
    defaultNodePool: { name: "system", vmSize: "Standard_B2s", nodeCount: 1 },
    identity: { type: "UserAssigned", identityIds: [control.id] },
    kubeletIdentity: {
      clientId: kubelet.clientId,
      objectId: kubelet.principalId,
      userAssignedIdentityId: kubelet.id,
    },
    ...config,
  });
  return { app, stack, control, kubelet, cluster };
}

function bind({ stack, control: identity }: Parts, scope: string, name: BuiltInRoleName = ROLE) {
  return new IdentityRoleBinding(stack, "binding", { identity, role: Role.builtIn(name), scope });
}

test("a cluster that may not attach the kubelet identity is a warning that says what to bind", () => {
  expect(found(RULE, clustered().app)).toEqual([
    {
      rule: RULE,
      level: "warning",
      stack: "test",
      path: "test/cluster",
      address: "azurerm_kubernetes_cluster.cluster",
      message:
        "cluster test/cluster runs as test/control and attaches test/kubelet to its nodes, which this app does not let it; " +
        "allowed is an identity with Managed Identity Operator at the kubelet identity or above; bind it, with " +
        "binding.applyBefore(...) for the cluster",
    },
  ]);
});

test.each([
  ROLE,
  "Contributor",
  "Owner",
] as const)("%s at the kubelet identity, or above it, is enough", (role) => {
  const parts = clustered();
  bind(parts, parts.kubelet.id, role);
  expect(found(RULE, parts.app)).toEqual([]);
  const wide = clustered();
  bind(wide, `/subscriptions/${SUBSCRIPTION}`, role);
  expect(found(RULE, wide.app)).toEqual([]);
});

test("another role, the role at another identity, and that of the kubelet itself are not", () => {
  const parts = clustered();
  bind(parts, parts.kubelet.id, "Managed Identity Contributor");
  parts.control.assignRole("itself", Role.builtIn(ROLE), parts.control.id);
  parts.kubelet.assignRole("itself", Role.builtIn(ROLE), parts.kubelet.id);
  expect(places(RULE, parts.app)).toEqual(["warning test/cluster"]);
});

test("a cluster without a kubelet identity, or with its own identity, says nothing", () => {
  const without = clustered();
  without.cluster.resetKubeletIdentity();
  expect(found(RULE, without.app)).toEqual([]);
  const system = clustered();
  system.cluster.putIdentity({ type: "SystemAssigned" });
  expect(found(RULE, system.app)).toEqual([]);
  const dynamic = clustered();
  dynamic.cluster.addOverride("dynamic.kubelet_identity", { for_each: "${var.k}", content: {} });
  expect(found(RULE, dynamic.app)).toEqual([]);
});

test("one identity as both is not judged, nor one that exists already", () => {
  const same = clustered();
  same.cluster.putIdentity({ type: "UserAssigned", identityIds: [same.kubelet.id] });
  expect(found(RULE, same.app)).toEqual([]);
  const existing = clustered();
  const lookup = { name: "id-x", resourceGroupName: "rg-x" };
  const { id } = new DataAzurermUserAssignedIdentity(existing.stack, "lookup", lookup);
  existing.cluster.putIdentity({ type: "UserAssigned", identityIds: [id] });
  expect(found(RULE, existing.app)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as the kubelet identity or the role says nothing", (_, make) => {
  const late = clustered();
  late.cluster.addOverride("kubelet_identity.user_assigned_identity_id", make(late.stack, "legal").text);
  expect(found(RULE, late.app)).toEqual([]);
  const role = clustered();
  const { text, repeated } = make(role.stack, "legal");
  const { principalId } = role.control;
  rawBinding(role.stack, "raw", { principalId, scope: role.kubelet.id, roleDefinitionId: text, ...repeated });
  expect(found(RULE, role.app)).toEqual([]);
});

test("the role may be given by another stack, and a stack alone is not judged", () => {
  const parts = clustered();
  expect(found(RULE, parts.stack)).toEqual([]);
  const { control: identity, kubelet } = parts;
  const other = newStack("other", parts.app);
  new IdentityRoleBinding(other, "binding", { identity, role: Role.builtIn(ROLE), scope: kubelet.id });
  expect(found(RULE, prepared(parts.app))).toEqual([]);
});

describe.each(OTHER_ASSIGNMENTS)("%s", (_, give) => {
  test("of the role is enough", () => {
    const parts = clustered();
    give(parts.stack, { principalId: parts.control.principalId, roleId: ROLE_ID, scope: parts.kubelet.id });
    expect(found(RULE, parts.app)).toEqual([]);
  });

  test("of another role, or to another identity, is not", () => {
    const parts = clustered();
    const { principalId } = parts.control;
    give(parts.stack, { principalId, roleId: READER_ID, scope: parts.kubelet.id });
    expect(places(RULE, parts.app)).toEqual(["warning test/cluster"]);
    const others = clustered();
    const other = new UserAssignedIdentity(others.stack, "other-identity", { ...GROUP, name: "id-other" });
    const scope = others.kubelet.id;
    give(others.stack, { principalId: other.principalId, roleId: ROLE_ID, scope });
    expect(places(RULE, others.app)).toEqual(["warning test/cluster"]);
  });
});

test.each(
  HAND_OVERS,
)("%s that gets the principal id may give the role, one that gets another id not", (_, give) => {
  const parts = clustered();
  give(parts.stack, parts.control.principalId);
  expect(found(RULE, parts.app)).toEqual([]);
  const others = clustered();
  give(others.stack, others.control.clientId);
  expect(places(RULE, others.app)).toEqual(["warning test/cluster"]);
});

test("a role assignment of azapi with a body that only Terraform knows may be the one", () => {
  const { app, stack } = clustered();
  const type = "Microsoft.Authorization/roleAssignments@2022-04-01";
  stack.addOverride("resource.azapi_resource.other", {
    type,
    parent_id: "${var.scope}",
    body: "${var.body}",
  });
  expect(found(RULE, app)).toEqual([]);
});

test("a module of another stack that gets the principal id may give the role", () => {
  const { app, control } = clustered();
  const other = newStack("other", app);
  new TerraformHclModule(other, "access", {
    source: "contoso/access/azurerm",
    variables: { who: control.principalId },
  });
  expect(found(RULE, prepared(app))).toEqual([]);
});

test("elements of which it is known what they do with a principal id give no role", () => {
  const { app, stack, control } = clustered();
  const { principalId } = control;
  stack.addOverride("resource.azurerm_key_vault_access_policy.policy", { object_id: principalId });
  stack.addOverride("resource.time_sleep.wait", { triggers: { principalId } });
  stack.addOverride("data.external.lookup", { query: { principalId } });
  stack.addOverride("output.principal", { value: principalId });
  stack.addOverride("module.access", { source: "./access", who: "nobody" });
  expect(places(RULE, app)).toEqual(["warning test/cluster"]);
});

test("a module that gets the identity as a whole, or that of one that is looked up, may give the role", () => {
  const whole = clustered();
  handOver(whole, "${azurerm_user_assigned_identity.control}");
  expect(found(RULE, whole.app)).toEqual([]);
  const lookedUp = clustered();
  const lookup = { name: "id-x", resourceGroupName: "rg-x" };
  handOver(lookedUp, new DataAzurermUserAssignedIdentity(lookedUp.stack, "lookup", lookup).principalId);
  expect(found(RULE, lookedUp.app)).toEqual([]);
  const kubelet = clustered();
  handOver(kubelet, kubelet.kubelet.principalId);
  expect(places(RULE, kubelet.app)).toEqual(["warning test/cluster"]);
});

function handOver({ stack }: Parts, who: string): void {
  stack.addOverride("module.access", { source: "./access", who });
}

test("a module of another stack that gets it inside an expression may give the role", () => {
  const { app, control } = clustered();
  const other = newStack("other", app);
  const who = Fn.join(",", [control.principalId, "x"]);
  new TerraformHclModule(other, "access", { source: "contoso/access/azurerm", variables: { who } });
  expect(found(RULE, prepared(app))).toEqual([]);
});

test("an output of another stack may be an expression with the principal id in it", () => {
  const { app, stack } = clustered();
  const other = newStack("other", app);
  const made = '${join(",", [azurerm_user_assigned_identity.control.principal_id])}';
  stack.addOverride("output.people", { value: made });
  const who = "${data.terraform_remote_state.cross-stack-reference-input-test.outputs.people}";
  other.addOverride("module.access", { source: "./access", who });
  expect(found(RULE, app)).toEqual([]);
});
