import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TerraformStack, TerraformVariable } from "cdktf";
import { Deployer, OperatingSystem, Role, Scope, UserAssignedIdentity, Vm } from "cdktf-azure-identity";
import type { Construct } from "constructs";

/** A team deploys into a group that the platform team made for it, with exactly the roles that this needs. */
export class DeployerStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const subscriptionId = new TerraformVariable(this, "subscription-id", { type: "string" }).stringValue;
    const sshPublicKey = new TerraformVariable(this, "ssh-public-key", { type: "string" }).stringValue;
    // Registering resource providers is for those who own the subscription.
    new AzurermProvider(this, "azurerm", {
      features: [{}],
      subscriptionId,
      resourceProviderRegistrations: "none",
    });

    const group = Scope.resourceGroup(subscriptionId, "rg-payments");
    const network = Scope.resourceGroup(subscriptionId, "rg-network");
    const subnet = `${network}/providers/Microsoft.Network/virtualNetworks/vnet/subnets/machines`;
    const at = { resourceGroupName: "rg-payments", location: "westeurope" };

    const identity = new UserAssignedIdentity(this, "identity", { ...at, name: "id-payments" });
    identity.assignRole("reads-group", Role.builtIn("Reader"), group);
    new Vm(this, "vm", {
      ...at,
      name: "vm-payments",
      size: "Standard_B2s",
      subnetId: subnet,
      operatingSystem: OperatingSystem.linux({ adminUsername: "azureuser", sshPublicKey }),
      userAssignedIdentities: [identity],
    });

    Deployer.of(this)
      .holdsOnSubscription(Role.builtIn("Reader"))
      .holds(Role.builtIn("Managed Identity Contributor"), group)
      .holds(Role.builtIn("Managed Identity Operator"), group)
      .holds(Role.builtIn("Virtual Machine Contributor"), group)
      .holds(Role.builtIn("Network Contributor"), subnet)
      .holds(Role.builtIn("Role Based Access Control Administrator"), group, {
        roles: [Role.builtIn("Reader")],
        principalTypes: ["ServicePrincipal"],
      });
  }
}
