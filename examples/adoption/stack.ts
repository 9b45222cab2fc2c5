import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { TerraformStack } from "cdktf";
import {
  IdentityRoleBinding,
  OperatingSystem,
  Role,
  UserAssignedIdentity,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import type { Construct } from "constructs";
import { addRawResources } from "./raw-resources";

/** The same stack with constructs in place of the identity, the machine and one of the two role assignments. */
export class AdoptionStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { group, at, account, nic, sshPublicKey } = addRawResources(this);

    const identity = new UserAssignedIdentity(this, "identity", { ...at, name: "id-orders" });
    const vm = new VmWithSystemIdentity(this, "vm", {
      ...at,
      name: "vm-orders",
      size: "Standard_B2s",
      networkInterfaceIds: [nic.id],
      operatingSystem: OperatingSystem.linux({ adminUsername: "orders", sshPublicKey }),
      // Disk and image of the machine that runs: with the defaults, a plan would replace it.
      osDisk: { storageAccountType: "Premium_LRS" },
      sourceImageReference: {
        publisher: "Canonical",
        offer: "0001-com-ubuntu-server-jammy",
        sku: "22_04-lts-gen2",
      },
      userAssignedIdentities: [identity],
    });

    new IdentityRoleBinding(this, "orders-blobs", {
      identity,
      role: Role.builtIn("Storage Blob Data Contributor"),
      scope: account.id,
    });
    new RoleAssignment(this, "vm-reads-group", {
      principalId: vm.principalId,
      principalType: "ServicePrincipal",
      roleDefinitionName: "Reader",
      scope: group.id,
    });
  }
}
