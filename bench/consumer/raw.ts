import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { App, TerraformStack } from "cdktf";

const stack = new TerraformStack(new App(), "app");
const at = { resourceGroupName: "rg-app", location: "westeurope" };
const { principalId } = new UserAssignedIdentity(stack, "identity", { ...at, name: "id-app" });
new RoleAssignment(stack, "binding", { principalId, roleDefinitionName: "Reader", scope: "/" });
