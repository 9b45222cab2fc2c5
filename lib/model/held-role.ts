import { isGuid } from "./arm-id";
import type { Binding } from "./binding";
import { roleKey } from "./bound-role";
import type { Entry } from "./entry";
import type { Model } from "./model";
import { managedIdentityOf } from "./principal";
import { entryOfId, scopeChain } from "./scope-chain";
import type { Value } from "./value";

/** A permission that something needs: one of some roles, for an identity of the app, at a scope or above it. */
export interface NeededRole {
  /** The element whose managed identity needs it. */
  readonly identity: Entry;
  /** GUIDs of roles, each of which is enough. */
  readonly roles: ReadonlySet<string>;
  readonly scope: Value;
}

/** The bindings that give it, and whether others may, of which too little is known. */
export interface HeldRole {
  readonly bindings: readonly Binding[];
  readonly isPossible: boolean;
}

/** Which bindings of the app give a permission. Who is in a group is not known: a binding for one may be enough. */
export function heldRole(model: Model, needed: NeededRole): HeldRole {
  const chain = scopeChain(model, needed.scope);
  const answers = model.bindings.map((binding) => {
    const parts = [
      givesRole(model, binding, needed.roles),
      isFor(model, binding, needed.identity),
      covers(model, binding, chain),
    ];
    const answer = parts.includes("no") ? "no" : parts.includes("maybe") ? "maybe" : "yes";
    return { binding, answer };
  });
  return {
    bindings: answers.filter(({ answer }) => answer === "yes").map(({ binding }) => binding),
    isPossible: answers.some(({ answer }) => answer === "maybe"),
  };
}

type Answer = "yes" | "no" | "maybe";

/** Built-in roles are known; what a role of the tenant or of the app allows is not. */
function givesRole(model: Model, binding: Binding, roles: ReadonlySet<string>): Answer {
  const role = roleKey(model, binding);
  if (role === undefined || !isGuid(role)) return "maybe";
  return roles.has(role) ? "yes" : "no";
}

function isFor(model: Model, { entry, principal }: Binding, identity: Entry): Answer {
  const holder = managedIdentityOf(model, principal);
  if (holder === identity && !entry.repeated && !identity.repeated) return "yes";
  // An identity that is looked up may be the same one.
  return holder && holder !== identity && !holder.isData ? "no" : "maybe";
}

function covers(model: Model, { scope }: Binding, chain: readonly string[]): Answer {
  const [key] = scope ? scopeChain(model, scope) : [];
  if (!scope || key === undefined) return "maybe";
  if (chain.includes(key)) return "yes";
  const entry = entryOfId(model, scope);
  return entry && !entry.isData && isResource(entry) ? "no" : "maybe";
}

/** Whether nothing but itself is at a scope: groups, subscriptions and management groups may hold what is asked for. */
function isResource({ type }: Entry): boolean {
  return !["azurerm_resource_group", "azurerm_subscription", "azurerm_management_group"].includes(type);
}
