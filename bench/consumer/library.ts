import { App, TerraformStack } from "cdktf";
import { IdentityRoleBinding, Role, UserAssignedIdentity } from "cdktf-azure-identity";

const stack = new TerraformStack(new App(), "app");
const at = { resourceGroupName: "rg-app", location: "westeurope" };
const identity = new UserAssignedIdentity(stack, "identity", { ...at, name: "id-app" });
new IdentityRoleBinding(stack, "binding", { identity, role: Role.builtIn("Reader"), scope: "/" });
