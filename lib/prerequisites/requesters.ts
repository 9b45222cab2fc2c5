import type { EntriesOfType, Entry } from "../model/entry";
import type { Model } from "../model/model";
import { remembered } from "../model/remembered";
import type { TerraformJson } from "../model/terraform-json";
import { leftOpen } from "./azapi-body";
import { azapiRequester } from "./azapi-requester";
import { backendRequester, remoteStateRequester } from "./backend-operations";
import type { Asked, NotCovered, Requester } from "./operation";
import { providerRequesters } from "./provider-operations";
import { resourceReader } from "./resource-operations";
import { rowsOf } from "./scoped-rows";

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
    for (const ofType of model.types) {
      const read = readerOf(model, ofType);
      const used = ofType.type.startsWith("azurerm_") ? usedByStack.get(ofType.stack) : undefined;
      for (const entry of ofType.entries) {
        const found = read(entry);
        if (found) requesters.push(...found);
        const reason = found ? leftOpen(entry) : reasonOf(entry);
        if (reason) notCovered.push({ subject: entry, reason });
        used?.add(found?.[0]?.asked);
      }
    }
    for (const { path, json } of model.stacks) notCovered.push(...modulesIn(path, json));
    for (const [stack, used] of usedByStack) {
      requesters.push(...backendRequester(model, stack));
      if (used.size > 0) requesters.push(...providerRequesters(model, stack, namespacesIn(used)));
    }
    return { requesters, notCovered };
  },
);

/** What tells who asks for an entry of a type; it answers `undefined` where that is not known. */
function readerOf(model: Model, ofType: EntriesOfType): (entry: Entry) => readonly Requester[] | undefined {
  const { type } = ofType;
  if (type === "terraform_remote_state") return (entry) => remoteStateRequester(model, entry);
  if (ELSEWHERE.test(type)) return () => [];
  if (type.startsWith("azapi_")) {
    return (entry) => {
      const found = azapiRequester(model, entry);
      return found && [found];
    };
  }
  const rows = rowsOf(ofType);
  const read = rows && resourceReader(model, ofType.stack, rows);
  return (entry) => read && [read(entry)];
}

/** What a module makes is in files that are not read here. */
function modulesIn(stack: string, { module: modules = {} }: TerraformJson): NotCovered[] {
  const names = Object.keys(modules).filter((name) => modules[name]);
  return names.map((name) => ({
    subject: { stack, address: `module.${name}`, path: `module.${name}` },
    reason: "what Azure is asked for with a module is not known",
  }));
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
