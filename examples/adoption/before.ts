import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { addRawResources } from "./raw-resources";

/** The stack as it was applied: resources of the provider alone. */
export class BeforeStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { group, at, account, nic, sshPublicKey } = addRawResources(this);

    const identity = new UserAssignedIdentity(this, "identity", { ...at, name: "id-orders" });
    const vm = new LinuxVirtualMachine(this, "vm", {
      ...at,
      name: "vm-orders",
      size: "Standard_B2s",
      networkInterfaceIds: [nic.id],
      adminUsername: "orders",
      adminSshKey: [{ username: "orders", publicKey: sshPublicKey }],
      osDisk: { caching: "ReadWrite", storageAccountType: "Premium_LRS" },
      sourceImageReference: {
        publisher: "Canonical",
        offer: "0001-com-ubuntu-server-jammy",
        sku: "22_04-lts-gen2",
        version: "latest",
      },
      identity: { type: "SystemAssigned, UserAssigned", identityIds: [identity.id] },
    });

    new RoleAssignment(this, "orders-blobs", {
      principalId: identity.principalId,
      roleDefinitionName: "Storage Blob Data Contributor",
      scope: account.id,
    });
    new RoleAssignment(this, "vm-reads-group", {
      principalId: vm.identity.principalId,
      principalType: "ServicePrincipal",
      roleDefinitionName: "Reader",
      scope: group.id,
    });
  }
}
