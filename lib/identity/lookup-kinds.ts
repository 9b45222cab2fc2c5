import { text } from "../access/given";

/** Where something that exists is looked up. */
export const LOOKUP = {
  name: text("the name that it has in Azure; write it, or pass a token"),
  resourceGroupName: text("the name of its resource group; write it, or pass a token"),
};
