import { ContainerApp } from "@cdktf/provider-azurerm/lib/container-app";
import { ContainerAppEnvironment } from "@cdktf/provider-azurerm/lib/container-app-environment";
import { ContainerRegistry } from "@cdktf/provider-azurerm/lib/container-registry";
import { KeyVault } from "@cdktf/provider-azurerm/lib/key-vault";
import { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { LinuxFunctionApp } from "@cdktf/provider-azurerm/lib/linux-function-app";
import { LinuxWebApp } from "@cdktf/provider-azurerm/lib/linux-web-app";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { ServicePlan } from "@cdktf/provider-azurerm/lib/service-plan";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { TerraformStack, TerraformVariable } from "cdktf";
import {
  GroupMembership,
  IdentityRoleBinding,
  IdentityRules,
  ManagedIdentity,
  Role,
  UserAssignedIdentity,
} from "cdktf-azure-identity";
import type { Construct } from "constructs";

/** The shop without a virtual machine: what runs it are raw resources of the provider, and each acts as an identity. */
export class EverythingElseStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const tenantId = new TerraformVariable(this, "tenant-id", { type: "string" });
    const groupId = new TerraformVariable(this, "group-object-id", { type: "string" });
    new AzurermProvider(this, "azurerm", { features: [{}] });

    const group = new ResourceGroup(this, "group", { name: "rg-orders", location: "westeurope" });
    const at = { resourceGroupName: group.name, location: group.location };
    const registry = new ContainerRegistry(this, "registry", { ...at, name: "crorders", sku: "Standard" });
    const account = new StorageAccount(this, "account", {
      ...at,
      name: "stordersfunctions",
      accountTier: "Standard",
      accountReplicationType: "ZRS",
    });
    const vault = new KeyVault(this, "vault", {
      ...at,
      name: "kv-orders",
      skuName: "standard",
      tenantId: tenantId.stringValue,
      rbacAuthorizationEnabled: true,
    });

    // The images are pulled before a system identity could have a role: an identity that is there before does it.
    const pulls = new UserAssignedIdentity(this, "pulls", { ...at, name: "id-orders-pulls" });
    const mayPull = pulls.assignRole("images", Role.builtIn("AcrPull"), registry.id);
    const containerApp = new ContainerApp(this, "container-app", {
      name: "ca-orders",
      resourceGroupName: group.name,
      containerAppEnvironmentId: new ContainerAppEnvironment(this, "environment", {
        ...at,
        name: "cae-orders",
      }).id,
      revisionMode: "Single",
      identity: { type: "SystemAssigned, UserAssigned", identityIds: [pulls.id] },
      registry: [{ server: registry.loginServer, identity: pulls.id }],
      template: {
        container: [
          { name: "orders", image: `${registry.loginServer}/orders:1`, cpu: 0.25, memory: "0.5Gi" },
        ],
      },
      dependsOn: [mayPull],
    });
    new IdentityRoleBinding(this, "container-app-reads-secrets", {
      identity: ManagedIdentity.ofResource(containerApp),
      role: Role.builtIn("Key Vault Secrets User"),
      scope: vault.id,
    });

    const plan = new ServicePlan(this, "plan", {
      ...at,
      name: "asp-orders",
      osType: "Linux",
      skuName: "P0v3",
    });
    const functionApp = new LinuxFunctionApp(this, "function-app", {
      ...at,
      name: "func-orders",
      servicePlanId: plan.id,
      siteConfig: {},
      storageAccountName: account.name,
      storageUsesManagedIdentity: true,
      identity: { type: "SystemAssigned" },
    });
    new IdentityRoleBinding(this, "function-app-owns-blobs", {
      identity: ManagedIdentity.ofResource(functionApp),
      role: Role.builtIn("Storage Blob Data Owner"),
      scope: account.id,
    });

    const webApp = new LinuxWebApp(this, "web-app", {
      ...at,
      name: "app-orders",
      servicePlanId: plan.id,
      siteConfig: {},
      identity: { type: "SystemAssigned" },
    });
    const membership = new GroupMembership(this, "web-app-in-group", {
      member: ManagedIdentity.ofResource(webApp),
      groupObjectId: groupId.stringValue,
    });
    IdentityRules.acknowledge(membership, {
      id: "group-token-cache",
      reason: "the group reads reports, which can wait a day",
    });

    const cluster = new KubernetesCluster(this, "cluster", {
      ...at,
      name: "aks-orders",
      dnsPrefix: "orders",
      defaultNodePool: { name: "default", vmSize: "Standard_D2s_v5", nodeCount: 1 },
      identity: { type: "SystemAssigned" },
    });
    new IdentityRoleBinding(this, "cluster-joins-network", {
      identity: ManagedIdentity.ofResource(cluster),
      role: Role.builtIn("Network Contributor"),
      scope: group.id,
    });
    new IdentityRoleBinding(this, "nodes-pull-images", {
      identity: ManagedIdentity.ofKubelet(cluster),
      role: Role.builtIn("AcrPull"),
      scope: registry.id,
    });
  }
}
