import { pathTo } from "../model/dependencies";
import { type Entry, ignoresChanges } from "../model/entry";
import { type Host, VIRTUAL_MACHINE_TYPES } from "../model/host";
import { attachedIdentity, isMentioned } from "../model/identity-mentions";
import { argument, follow, type Model, statedText } from "../model/model";
import { managedIdentityOf } from "../model/principal";
import { principalUses } from "../model/principal-use";
import { subscriptionKey } from "../model/subscription";
import { valueKey } from "../model/value";
import type { Rule } from "./rule";

export const singleMachineIdentity: Rule = {
  id: "single-machine-identity",
  title: "an identity that one machine alone uses, and that comes and goes with it, is the machine's own",
  why: "a system-assigned identity is deleted with its machine: nothing is left over, and nobody else can attach it",
  source:
    "Azure, Managed identity best practice recommendations (choosing system or user-assigned managed identities)",
  level: "information",
  rawLevel: "information",
  check: (model, { isWholeApp }) => {
    // A stack alone does not see who else uses its identities.
    if (!isWholeApp || model.hosts.length === 0) return [];
    const uses = usesByIdentity(model);
    return model.hosts.flatMap((host) => {
      const identity = onlyIdentity(model, host);
      const { hosts = [], roles = [] } = (identity && uses.get(identity)) ?? {};
      if (!identity || hosts.length !== 1 || roles.length === 0) return [];
      if (!livesWith(model, identity, host.entry) || isMentioned(model, identity)) return [];
      // A role that is there before the machine is what a user-assigned identity is for.
      if (roles.some((role) => pathTo(model, host.entry, role))) return [];
      const message =
        `identity "${statedText(model, identity, "name") ?? identity.path}" is attached to ${host.entry.path} alone and ` +
        "made with it; allowed is also the identity of the machine itself; make the machine a VmWithSystemIdentity and " +
        "bind the roles to that, or acknowledge this where others will share the identity or it outlives the machine";
      return [{ entry: identity, message }];
    });
  },
};

interface Uses {
  readonly hosts: Entry[];
  readonly roles: Entry[];
}

function usesByIdentity(model: Model): ReadonlyMap<Entry, Uses> {
  const uses = new Map<Entry, Uses>();
  const add = (identity: Entry | undefined, kind: keyof Uses, entry: Entry) => {
    if (!identity) return;
    const known = uses.get(identity) ?? { hosts: [], roles: [] };
    known[kind].push(entry);
    uses.set(identity, known);
  };
  for (const { entry, identityIds = [] } of model.hosts) {
    for (const id of identityIds) add(attachedIdentity(model, id), "hosts", entry);
  }
  for (const { entry, principal } of principalUses(model)) {
    add(managedIdentityOf(model, principal), "roles", entry);
  }
  return uses;
}

/** The identity of a machine that has no other one. Who gives a machine both kinds means to tell them apart. */
function onlyIdentity(model: Model, { entry, hasSystemIdentity, identityIds = [] }: Host): Entry | undefined {
  const [id, ...others] = identityIds;
  if (!VIRTUAL_MACHINE_TYPES.has(entry.type) || hasSystemIdentity !== false || !id || others.length > 0)
    return undefined;
  return ignoresChanges(entry, "identity") ? undefined : attachedIdentity(model, id);
}

function livesWith(model: Model, identity: Entry, machine: Entry): boolean {
  if (identity.repeated || machine.repeated || isKept(identity)) return false;
  const [one, other] = [identity, machine].map((entry) => {
    const group = follow(model, argument(model, entry, "resource_group_name"));
    return `${subscriptionKey(model, entry)}|${group && valueKey(group)}`;
  });
  return one === other;
}

function isKept({ values }: Entry): boolean {
  const [lifecycle] = [values.lifecycle].flat() as ({ readonly prevent_destroy?: unknown } | undefined)[];
  return lifecycle?.prevent_destroy !== undefined && lifecycle.prevent_destroy !== false;
}
