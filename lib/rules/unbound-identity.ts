import type { Entry } from "../model/entry";
import { isExtended } from "../model/extended-machine";
import { type Host, isMachine } from "../model/host";
import { attachedIdentity, isMentioned } from "../model/identity-mentions";
import { type Model, statedText } from "../model/model";
import { managedIdentityOf } from "../model/principal";
import { principalUses } from "../model/principal-use";
import type { Rule, Violation } from "./rule";

export const unboundIdentity: Rule = {
  id: "unbound-identity",
  title: "where an app binds roles at all, it binds one to each identity that its machines have",
  why: "an identity may do nothing until it gets a role: a step is missing, or the identity is left over",
  source: "Azure, Managed identity best practice recommendations (follow the principle of least privilege)",
  level: "information",
  rawLevel: "information",
  check: (model, { isWholeApp }) => {
    // Another stack of the app may bind the role; an app that binds none leaves that to others.
    const uses = isWholeApp ? principalUses(model) : [];
    const machines = model.hosts.filter(({ entry }) => isMachine(entry));
    if (uses.length === 0 || machines.length === 0) return [];
    const used = new Set(uses.map(({ principal }) => managedIdentityOf(model, principal)));
    for (const host of machines) {
      if (isExtended(model, host.entry)) for (const { entry } of identitiesOf(model, host)) used.add(entry);
    }
    return machines.flatMap((host) =>
      identitiesOf(model, host).filter(({ entry }) => {
        const isIdle = !used.has(entry) && !isMentioned(model, entry);
        // One finding for an identity, however many machines have it.
        used.add(entry);
        return isIdle;
      }),
    );
  },
};

interface Idle extends Violation {
  readonly entry: Entry;
}

function identitiesOf(model: Model, { entry, hasSystemIdentity, identityIds = [] }: Host): Idle[] {
  const fix = "or acknowledge this where others bind its roles";
  const system = {
    entry,
    message:
      `the system-assigned identity of ${entry.path} has no role and no group in this app; allowed is one that may do ` +
      `something; bind a role to it, switch it off, ${fix}`,
  };
  const attached = identityIds.flatMap((id) => {
    const identity = attachedIdentity(model, id);
    if (!identity) return [];
    const message =
      `identity "${statedText(model, identity, "name") ?? identity.path}" is attached to ${entry.path} and has no role ` +
      `and no group in this app; allowed is one that may do something; bind a role to it, detach it, ${fix}`;
    return [{ entry: identity, message }];
  });
  return hasSystemIdentity === true ? [system, ...attached] : attached;
}
