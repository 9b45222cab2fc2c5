import type { Entry } from "./entry";

/** Whether an element reads or changes something that is made elsewhere, in the app or not: two may be of the same. */
export function actsOnAnother({ isData, type }: Entry): boolean {
  return isData || type === "azapi_update_resource" || type === "azapi_resource_action";
}
