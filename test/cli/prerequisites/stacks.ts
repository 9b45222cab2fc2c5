import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { TerraformStack } from "cdktf";
import { Role, Scope, UserAssignedIdentity } from "cdktf-azure-identity";
import { newApp, newStack, SUBSCRIPTION } from "../../support";
import { command as run } from "../support";

export const GROUP = Scope.resourceGroup(SUBSCRIPTION, "rg-orders");
export const AT = { resourceGroupName: "rg-orders", location: "westeurope" };

/** Synthesizes stacks, and returns the folder. */
export function folderOf(stacks: Readonly<Record<string, (stack: TerraformStack) => void>>): string {
  const app = newApp();
  for (const [id, build] of Object.entries(stacks)) build(newStack(id, app));
  app.synth();
  return app.outdir;
}

export const orders = (stack: TerraformStack) => {
  const identity = new UserAssignedIdentity(stack, "identity", {
    ...AT,
    name: "id-orders",
  });
  identity.assignRole("reads-group", Role.builtIn("Reader"), GROUP);
};

export const group = (stack: TerraformStack) => {
  new ResourceGroup(stack, "group", {
    name: "rg-orders",
    location: "westeurope",
  });
};

export const command = (...args: string[]) => run("prerequisites", ...args);
