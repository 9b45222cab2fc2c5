import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { TerraformStack } from "cdktf";
import { OperatingSystem, Role, UserAssignedIdentity, VmWithSystemIdentity } from "cdktf-azure-identity";
import type { Construct } from "constructs";

/** Mistakes that Terraform's plan lets pass. */
export class FindingsStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, "azurerm", { features: [{}] });
    const group = new ResourceGroup(this, "group", { name: "rg-orders", location: "westeurope" });
    const at = { resourceGroupName: group.name, location: group.location };

    const identity = new UserAssignedIdentity(this, "identity", { ...at, name: "id-orders.blobs" });
    const vm = new VmWithSystemIdentity(this, "vm", {
      ...at,
      name: "vm_orders",
      size: "Standard_B2s",
      networkInterfaceIds: ["${var.nic}"],
      operatingSystem: OperatingSystem.linux({ adminUsername: "azureuser", sshPublicKey: "${var.key}" }),
      userAssignedIdentities: [identity],
    });
    vm.assignRole("reads-group", Role.builtIn("Reader"), group.id);
    vm.assignRole("reads-group-again", Role.builtIn("Reader"), group.id);

    new RoleAssignment(this, "raw", {
      principalId: identity.clientId,
      roleDefinitionName: "Storage Blob Reader",
      scope: group.id,
    });
  }
}
