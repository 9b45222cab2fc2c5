import { type Kind, text } from "./given";

/** What nearly every resource of Azure is made with. */
export const PLACEMENT: { readonly [prop: string]: Kind } = {
  name: text("a name; give one"),
  resourceGroupName: text("the name of a resource group; pass the name of the group"),
  location: text("a region of Azure such as westeurope; pass one, or the location of the group"),
};
