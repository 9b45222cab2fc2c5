import type { App, TerraformStack } from "cdktf";
import { addresses } from "../constructs";
import { written } from "../support";

type Blocks = Record<string, Record<string, unknown>>;

/** What a reviewer wants to see of a stack: its addresses, and who may do what on whose behalf. */
export function accessOf(app: App, stack: TerraformStack) {
  const resource: Record<string, Blocks> = written(app, stack.node.id).resource;
  const machines = { ...resource.azurerm_linux_virtual_machine, ...resource.azurerm_windows_virtual_machine };
  return {
    addresses: addresses(stack),
    identities: Object.fromEntries(Object.entries(machines).map(([id, { identity }]) => [id, identity])),
    roles: Object.fromEntries(
      Object.entries(resource.azurerm_role_assignment ?? {}).map(([id, { "//": _, ...assignment }]) => [
        id,
        assignment,
      ]),
    ),
  };
}
