import type { Entry } from "../model/entry";
import type { Model } from "../model/model";
import { remembered } from "../model/remembered";
import { leftOpen } from "./azapi-body";
import { azapiRequester } from "./azapi-requester";
import { backendRequester, remoteStateRequester } from "./backend-operations";
import type { Asked, NotCovered, Requester } from "./operation";
import { providerRequesters } from "./provider-operations";
import { resourceRequester } from "./resource-operations";

/** Providers that ask nothing of Azure. */
const ELSEWHERE = /^(?:archive|cloudinit|external|http|local|null|random|terraform|time|tls)_/;

/** All who ask something of Azure, in the order of the model, and resources of which that is not known. */
export const requestersOf = remembered(
  (
    model: Model,
  ): { readonly requesters: readonly Requester[]; readonly notCovered: readonly NotCovered[] } => {
    const requesters: Requester[] = [];
    const notCovered: NotCovered[] = [];
    const usedByStack = new Map(
      model.stacks.map(({ path }) => [path, new Set<Asked | undefined>()] as const),
    );
    for (const entry of model.entries) {
      const found = requesterOf(model, entry);
      if (found) requesters.push(...found);
      const reason = found ? leftOpen(entry) : reasonOf(entry);
      if (reason) notCovered.push({ subject: entry, reason });
      if (entry.type.startsWith("azurerm_")) usedByStack.get(entry.stack)?.add(found?.[0]?.asked);
    }
    for (const [stack, used] of usedByStack) {
      requesters.push(...backendRequester(model, stack));
      if (used.size > 0) requesters.push(...providerRequesters(model, stack, namespacesIn(used)));
    }
    return { requesters, notCovered };
  },
);

function requesterOf(model: Model, entry: Entry): Requester[] | undefined {
  if (entry.type === "terraform_remote_state") return remoteStateRequester(model, entry);
  if (ELSEWHERE.test(entry.type)) return [];
  const isAzapi = entry.type.startsWith("azapi_");
  const found = isAzapi ? azapiRequester(model, entry) : resourceRequester(model, entry);
  return found && [found];
}

function reasonOf({ type }: Entry): string {
  if (type.startsWith("azuread_"))
    return `${type} is a matter of permissions in Microsoft Graph, not of roles of Azure`;
  return `what Azure is asked for with ${type} is not known`;
}

function namespacesIn(used: Iterable<Asked | undefined>): Set<string> {
  const actions = [...used].flatMap((asked) => asked?.kinds.map(({ action }) => action) ?? []);
  return new Set(actions.map((action) => action.slice(0, action.indexOf("/"))));
}
