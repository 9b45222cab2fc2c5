import { KeyVault } from "@cdktf/provider-azurerm/lib/key-vault";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { TerraformStack, TerraformVariable } from "cdktf";
import { OperatingSystem, Role, VmWithSystemIdentity } from "cdktf-azure-identity";
import type { Construct } from "constructs";

/** A Windows machine that reads the secrets of a vault as itself. */
export class WindowsVmStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const tenantId = new TerraformVariable(this, "tenant-id", { type: "string" });
    const subnetId = new TerraformVariable(this, "subnet-id", { type: "string" });
    const adminPassword = new TerraformVariable(this, "admin-password", { type: "string", sensitive: true });
    new AzurermProvider(this, "azurerm", { features: [{}] });

    const group = new ResourceGroup(this, "group", { name: "rg-payroll", location: "westeurope" });
    const at = { resourceGroupName: group.name, location: group.location };
    const vault = new KeyVault(this, "vault", {
      ...at,
      name: "kv-payroll",
      tenantId: tenantId.stringValue,
      skuName: "standard",
      rbacAuthorizationEnabled: true,
    });

    const vm = new VmWithSystemIdentity(this, "vm", {
      ...at,
      name: "vm-payroll-batch-weu",
      // Windows takes 15 characters, and without this one the name of the machine.
      computerName: "payroll-batch",
      size: "Standard_D2s_v5",
      subnetId: subnetId.stringValue,
      patchMode: "AutomaticByPlatform",
      operatingSystem: OperatingSystem.windows({
        adminUsername: "payrolladmin",
        adminPassword: adminPassword.stringValue,
        hotpatchingEnabled: true,
      }),
    });
    vm.assignRole("reads-secrets", Role.builtIn("Key Vault Secrets User"), vault.id);
  }
}
