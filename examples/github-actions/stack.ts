import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { TerraformOutput, TerraformStack } from "cdktf";
import { FederatedSubject, Role, UserAssignedIdentity } from "cdktf-azure-identity";
import type { Construct } from "constructs";

const repository = "shop/orders";

/** What the workflows of a repository deploy as, without a secret: jobs that plan may look, those that deploy may write. */
export class GitHubActionsStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, "azurerm", { features: [{}] });

    const group = new ResourceGroup(this, "group", { name: "rg-orders", location: "westeurope" });
    const at = { resourceGroupName: group.name, location: group.location };

    // Reviewers of the environment decide who gets here, on whatever branch.
    const deploys = new UserAssignedIdentity(this, "deploys", { ...at, name: "id-orders-deploys" });
    deploys.trust(
      "production",
      FederatedSubject.gitHubEnvironment({ repository, environment: "production" }),
    );
    deploys.assignRole("writes-group", Role.builtIn("Contributor"), group.id);

    const plans = new UserAssignedIdentity(this, "plans", { ...at, name: "id-orders-plans" });
    plans.trust("main", FederatedSubject.gitHubBranch({ repository, branch: "main" }));
    plans.trust("pull-requests", FederatedSubject.gitHubPullRequest({ repository }));
    plans.assignRole("reads-group", Role.builtIn("Reader"), group.id);

    // What azure/login asks for, beside the tenant and the subscription.
    new TerraformOutput(this, "deploys-client-id", { value: deploys.clientId });
    new TerraformOutput(this, "plans-client-id", { value: plans.clientId });
  }
}
