import { ContainerApp } from "@cdktf/provider-azurerm/lib/container-app";
import { ContainerAppEnvironment } from "@cdktf/provider-azurerm/lib/container-app-environment";
import { KeyVault } from "@cdktf/provider-azurerm/lib/key-vault";
import { KeyVaultSecret } from "@cdktf/provider-azurerm/lib/key-vault-secret";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { TerraformStack, TerraformVariable } from "cdktf";
import {
  IdentityRoleBinding,
  Principal,
  PrincipalRoleBinding,
  Role,
  UserAssignedIdentity,
} from "cdktf-azure-identity";
import type { Construct } from "constructs";

/** An app that reads a secret as it starts: vault, secret, identity, role and app in one apply, in the right order. */
export class KeyVaultSecretStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const tenantId = new TerraformVariable(this, "tenant-id", { type: "string" });
    const deployerId = new TerraformVariable(this, "deployer-object-id", { type: "string" });
    const password = new TerraformVariable(this, "database-password", { type: "string", sensitive: true });
    new AzurermProvider(this, "azurerm", { features: [{}] });

    const group = new ResourceGroup(this, "group", { name: "rg-orders", location: "westeurope" });
    const at = { resourceGroupName: group.name, location: group.location };
    const vault = new KeyVault(this, "vault", {
      ...at,
      name: "kv-orders",
      skuName: "standard",
      tenantId: tenantId.stringValue,
      rbacAuthorizationEnabled: true,
    });
    const secret = new KeyVaultSecret(this, "database-password-secret", {
      name: "database-password",
      value: password.stringValue,
      keyVaultId: vault.id,
    });
    // Whoever deploys may make the vault, and needs a role for what is in it.
    new PrincipalRoleBinding(this, "deployer-writes-secrets", {
      principal: Principal.servicePrincipal(deployerId.stringValue),
      role: Role.builtIn("Key Vault Secrets Officer"),
      scope: vault.id,
      propagationDelay: "120s",
    }).applyBefore(secret);

    const identity = new UserAssignedIdentity(this, "identity", {
      ...at,
      name: "id-orders",
      deletionLock: true,
    });
    const app = new ContainerApp(this, "app", {
      name: "ca-orders",
      resourceGroupName: group.name,
      containerAppEnvironmentId: new ContainerAppEnvironment(this, "environment", {
        ...at,
        name: "cae-orders",
      }).id,
      revisionMode: "Single",
      identity: { type: "UserAssigned", identityIds: [identity.id] },
      secret: [{ name: "database-password", identity: identity.id, keyVaultSecretId: secret.versionlessId }],
      template: {
        container: [
          {
            name: "orders",
            image: "mcr.microsoft.com/k8se/quickstart:latest",
            cpu: 0.25,
            memory: "0.5Gi",
            env: [{ name: "DATABASE_PASSWORD", secretName: "database-password" }],
          },
        ],
      },
    });
    new IdentityRoleBinding(this, "reads-secret", {
      identity,
      role: Role.builtIn("Key Vault Secrets User"),
      scope: secret.resourceVersionlessId,
      propagationDelay: "60s",
    }).applyBefore(app);
  }
}
