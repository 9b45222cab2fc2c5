import { operationRows } from "./operation-rows";
import { UNIQUE_IN_RESOURCE_GROUP } from "./unique-in-group";

/** Types that are looked up by another name than they are made by. */
const LOOKED_UP: Readonly<Record<string, string>> = {
  azurerm_virtual_machine: "Microsoft.Compute/virtualMachines",
  azurerm_virtual_machine_scale_set: "Microsoft.Compute/virtualMachineScaleSets",
};

const known = new Map<string, string | undefined>();

/** What Resource Manager calls a type of azurerm that lies in a resource group by its name, where that is known. */
export function armTypeOf(type: string): string | undefined {
  if (!known.has(type))
    known.set(type, UNIQUE_IN_RESOURCE_GROUP[type] ?? LOOKED_UP[type] ?? createdType(type));
  return known.get(type);
}

/** What is written in the group when a resource of the type is made. */
function createdType(type: string): string | undefined {
  const created = operationRows(type)?.find(
    ({ phase, need, scope, action }) =>
      phase === "create" && need === "always" && scope === "resourceGroup" && action.endsWith("/write"),
  );
  return created?.action.replace(/\/write$/, "");
}
