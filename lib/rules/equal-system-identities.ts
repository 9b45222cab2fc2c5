import { roleKey } from "../model/bound-role";
import type { Entry } from "../model/entry";
import { groupBy } from "../model/group-by";
import { type Host, isMachine } from "../model/host";
import { follow, type Model } from "../model/model";
import { managedIdentityOf } from "../model/principal";
import { scopeChain } from "../model/scope-chain";
import { type Value, valueKey } from "../model/value";
import type { Rule, Violation } from "./rule";

export const equalSystemIdentities: Rule = {
  id: "equal-system-identities",
  title: "machines and scale sets that may do the same share one user-assigned identity",
  why:
    "on identities of their own each one needs all the role assignments again, of which a subscription has 4000, and " +
    "each change of access is made many times",
  source:
    "Azure, Managed identity best practice recommendations (choosing system or user-assigned managed identities)",
  level: "information",
  rawLevel: "information",
  check: (model) => {
    const machines = [...accessOf(model)].map(([entry, keys]) => ({ entry, keys: [...keys].sort() }));
    return [...groupBy(machines, ({ keys }) => keys.join("\n")).values()].flatMap((same) => {
      const roles = same[0]?.keys.filter((key) => key.startsWith(ROLE)) ?? [];
      return shareable(
        same.map(({ entry }) => entry),
        roles.length,
      );
    });
  },
};

const ROLE = "role|";

/** What the identities of machines may do, as keys: the same for the same role at the same scope. */
function accessOf(model: Model): ReadonlyMap<Entry, ReadonlySet<string>> {
  const access = new Map(model.hosts.filter(isOne).map(({ entry }) => [entry, new Set<string>()]));
  if (access.size === 0) return access;
  const add = (holder: Entry | undefined, entry: Entry, key: string | undefined) => {
    if (!holder) return;
    // What is not known to be the same is different, so that such a machine is like no other.
    access.get(holder)?.add(entry.repeated || key === undefined ? `${entry.stack}|${entry.address}` : key);
  };
  for (const binding of model.bindings) {
    const { entry, principal, scope, condition } = binding;
    const role = roleKey(model, binding);
    const [at] = scope ? scopeChain(model, scope) : [];
    const key = role && at && `${ROLE}${role}|${at}|${condition ? valueKey(condition) : ""}`;
    add(managedIdentityOf(model, principal), entry, key);
  }
  for (const { entry, member, group } of model.groupMemberships) {
    const key = group && `group|${valueKey(follow(model, group) as Value)}`;
    add(managedIdentityOf(model, member), entry, key);
  }
  return access;
}

function isOne({ entry, hasSystemIdentity }: Host): boolean {
  return isMachine(entry) && hasSystemIdentity === true && !entry.repeated;
}

/** One violation for all of them, at a construct of this library if there is one. */
function shareable(machines: readonly Entry[], roles: number): Violation[] {
  const [entry, other, ...more] = [...machines].sort((a, b) => Number(b.own) - Number(a.own));
  if (!entry || !other || roles === 0) return [];
  const count = machines.length;
  const messageOf = (from: Entry, to: Entry) =>
    `the system-assigned identities of ${from.path}, ${to.path}${more.length > 0 ? ` and ${more.length} more` : ""} have the same ` +
    `roles, in ${count * roles} role assignments; allowed is also one identity in ${roles}, which is ${(count - 1) * roles} ` +
    "fewer; attach a shared UserAssignedIdentity to the machines and bind the roles to that, or acknowledge this where " +
    "logs have to tell the machines apart";
  return [
    { entry, message: messageOf(entry, other), mirrored: { entry: other, message: messageOf(other, entry) } },
  ];
}
