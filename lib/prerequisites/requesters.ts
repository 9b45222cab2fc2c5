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

interface Found {
  readonly requesters: readonly Requester[];
  readonly notCovered: readonly NotCovered[];
}

/** All who ask something of Azure, in the order of the model, and resources of which that is not known. */
export const requestersOf = remembered((model: Model): Found => {
  const found: Found[] = [];
  const askedByStack = new Map<string, Set<Asked>>();
  for (const ofType of model.types) {
    const { type, stack, entries } = ofType;
    const ofEntries = foundOf(model, ofType);
    found.push(ofEntries);
    if (entries.length === 0 || !type.startsWith("azurerm_")) continue;
    const asked = askedByStack.get(stack) ?? new Set();
    askedByStack.set(stack, asked);
    for (const requester of ofEntries.requesters) asked.add(requester.asked);
  }
  for (const { path, json } of model.stacks) {
    const asked = askedByStack.get(path);
    const provider = asked ? providerRequesters(model, path, namespacesIn(asked)) : [];
    found.push({
      requesters: [...backendRequester(model, path), ...provider],
      notCovered: modulesIn(path, json),
    });
  }
  return {
    requesters: found.flatMap(({ requesters }) => requesters),
    notCovered: found.flatMap(({ notCovered }) => notCovered),
  };
});

/** Who asks for the entries of a type. */
function foundOf(model: Model, ofType: EntriesOfType): Found {
  const { type, stack, entries } = ofType;
  if (type === "terraform_remote_state") {
    return { requesters: entries.flatMap((entry) => remoteStateRequester(model, entry)), notCovered: [] };
  }
  if (ELSEWHERE.test(type)) return { requesters: [], notCovered: [] };
  if (type.startsWith("azapi_")) return foundWithAzapi(model, entries);
  const rows = rowsOf(ofType);
  return rows
    ? { requesters: entries.map(resourceReader(model, stack, rows)), notCovered: [] }
    : { requesters: [], notCovered: entries.map(notKnown) };
}

/** Of what azapi asks for a part may be known. */
function foundWithAzapi(model: Model, entries: readonly Entry[]): Found {
  const found = entries.map((entry) => ({ entry, requester: azapiRequester(model, entry) }));
  return {
    requesters: found.flatMap(({ requester }) => requester ?? []),
    notCovered: found.flatMap(({ entry, requester }) => {
      if (!requester) return notKnown(entry);
      const reason = leftOpen(entry);
      return reason ? { subject: entry, reason } : [];
    }),
  };
}

/** What a module makes is in files that are not read here. */
function modulesIn(stack: string, { module: modules = {} }: TerraformJson): NotCovered[] {
  const names = Object.keys(modules).filter((name) => modules[name]);
  return names.map((name) => ({
    subject: { stack, address: `module.${name}`, path: `module.${name}` },
    reason: "what Azure is asked for with a module is not known",
  }));
}

function notKnown(entry: Entry): NotCovered {
  const { type } = entry;
  const reason = type.startsWith("azuread_")
    ? `${type} is a matter of permissions in Microsoft Graph, not of roles of Azure`
    : `what Azure is asked for with ${type} is not known`;
  return { subject: entry, reason };
}

function namespacesIn(asked: Iterable<Asked>): Set<string> {
  const actions = [...asked].flatMap(({ kinds }) => kinds.map(({ action }) => action));
  return new Set(actions.map((action) => action.slice(0, action.indexOf("/"))));
}
