import { KeyVault } from "@cdktf/provider-azurerm/lib/key-vault";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { TerraformStack, TerraformVariable } from "cdktf";
import {
  IdentityRoleBinding,
  type IUserAssignedIdentity,
  OperatingSystem,
  Role,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import type { Construct } from "constructs";

export interface ReportsStackProps {
  readonly identity: IUserAssignedIdentity;
}

/** A machine that reads secrets as the shared identity, and reports on its group as itself. */
export class ReportsStack extends TerraformStack {
  constructor(scope: Construct, id: string, { identity }: ReportsStackProps) {
    super(scope, id);
    const subnetId = new TerraformVariable(this, "subnet-id", { type: "string" });
    const sshPublicKey = new TerraformVariable(this, "ssh-public-key", { type: "string" });
    new AzurermProvider(this, "azurerm", { features: [{}] });

    const group = new ResourceGroup(this, "group", { name: "rg-reports", location: "westeurope" });
    const at = { resourceGroupName: group.name, location: group.location };
    const vault = new KeyVault(this, "vault", {
      ...at,
      name: "kv-reports",
      tenantId: identity.tenantId,
      skuName: "standard",
      rbacAuthorizationEnabled: true,
    });

    const vm = new VmWithSystemIdentity(this, "vm", {
      ...at,
      name: "vm-reports",
      size: "Standard_B2s",
      subnetId: subnetId.stringValue,
      operatingSystem: OperatingSystem.linux({
        adminUsername: "azureuser",
        sshPublicKey: sshPublicKey.stringValue,
      }),
      userAssignedIdentities: [identity],
    });
    vm.assignRole("reads-group", Role.builtIn("Reader"), group.id);

    new IdentityRoleBinding(this, "shop-reads-secrets", {
      identity,
      role: Role.builtIn("Key Vault Secrets User"),
      scope: vault.id,
    });
  }
}
