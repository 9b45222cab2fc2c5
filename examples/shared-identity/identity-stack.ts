import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { TerraformStack } from "cdktf";
import { UserAssignedIdentity } from "cdktf-azure-identity";
import type { Construct } from "constructs";

/** Who the shop's machines act as. In a stack of its own, the identity outlives every machine that uses it. */
export class IdentityStack extends TerraformStack {
  public readonly identity: UserAssignedIdentity;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, "azurerm", { features: [{}] });

    const group = new ResourceGroup(this, "group", { name: "rg-shop-identity", location: "westeurope" });
    this.identity = new UserAssignedIdentity(this, "identity", {
      name: "id-shop",
      resourceGroupName: group.name,
      location: group.location,
      lifecycle: { preventDestroy: true },
    });
  }
}
