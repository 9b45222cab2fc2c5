import { join } from "node:path";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { DeployerIdentity, DeployerRequirements, FederatedSubject } from "cdktf-azure-identity";
import type { Construct } from "constructs";

/** What the platform team applies once for a team: its group, and the identity of the pipeline that deploys into it. */
export class DeployerIdentityStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const subscriptionId = new TerraformVariable(this, "subscription-id", { type: "string" }).stringValue;
    new AzurermProvider(this, "azurerm", { features: [{}], subscriptionId });

    const location = "westeurope";
    const payments = new ResourceGroup(this, "payments", { name: "rg-payments", location });
    // Not in the group of the team: whoever may write credentials there could become the identity.
    const deployers = new ResourceGroup(this, "deployers", { name: "rg-deployers", location });

    const deployer = new DeployerIdentity(this, "deployer", {
      name: "id-payments-deployer",
      resourceGroupName: deployers.name,
      location,
      // cdktf-azure-identity prerequisites --format json, of examples/deployer
      requirements: DeployerRequirements.fromFile(join(__dirname, "requirements.json")),
      placeholders: { "var.subscription-id": subscriptionId },
      subjects: {
        production: FederatedSubject.gitHubEnvironment({
          repository: "shop/payments",
          environment: "production",
        }),
      },
      dependsOn: [payments],
    });

    // ARM_CLIENT_ID of the pipeline.
    new TerraformOutput(this, "client-id", { value: deployer.clientId });
  }
}
