import { type DataSourceBehaviour, Refusal } from "../../provider/behaviour";
import { idFrom } from "../arm/arguments";
import { described } from "../arm/shown";
import { identityBlocks } from "../identity/block";
import type { Kind } from "../kinds/kind";
import type { Azure } from "../store/azure";
import { answer } from "./answer";

/** Looks a resource up by the arguments that its id is made of. */
export function armData(azure: Azure, kind: Kind): DataSourceBehaviour {
  return {
    read(config, request) {
      const id = idFrom(kind.id, config, azure.subscriptionOf(request.provider)) ?? "";
      const stored = azure.find(id);
      if (!stored) throw new Refusal(`${nounOf(request.type)} "${id}" was not found`);
      const known = { ...described(azure, kind, stored, request), ...stored.state };
      const identity = identityBlocks(azure, stored.identities, undefined, undefined);
      return answer(config, { ...known, id: stored.id, identity }, id, request.schema);
    },
  };
}

/** `azurerm_virtual_machine` is a Virtual Machine. */
function nounOf(type: string): string {
  const words = type.split("_").slice(1);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
}
