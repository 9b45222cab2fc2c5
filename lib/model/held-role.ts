import { isGuid } from "./arm-id";
import type { Binding } from "./binding";
import { roleKey } from "./bound-role";
import type { Entry } from "./entry";
import { handedOver } from "./handed-over";
import { entryOf, type Model } from "./model";
import { otherAssignments } from "./other-assignments";
import { managedIdentityOf } from "./principal";
import { entryOfId, scopeChain } from "./scope-chain";
import type { Reference, Value } from "./value";

/** A permission that something needs: one of some roles, for an identity of the app, at a scope or above it. */
export interface NeededRole {
  /** The element whose managed identity needs it. */
  readonly identity: Entry;
  /** GUIDs of roles, each of which is enough. */
  readonly roles: ReadonlySet<string>;
  readonly scope: Value;
}

/** The bindings that give it, and whether something else may, of which too little is known. */
export interface HeldRole {
  readonly bindings: readonly Binding[];
  readonly isPossible: boolean;
}

/** Which bindings of the app give a permission. Who is in a group is not known: a binding for one may be enough. */
export function heldRole(model: Model, needed: NeededRole): HeldRole {
  const chain = scopeChain(model, needed.scope);
  const answerOf = (binding: Binding): Answer => {
    const parts = [
      givesRole(model, binding, needed.roles),
      isFor(model, binding, needed.identity),
      covers(model, binding, chain),
    ];
    return parts.includes("no") ? "no" : parts.includes("maybe") ? "maybe" : "yes";
  };
  const answers = model.bindings.map((binding) => ({ binding, answer: answerOf(binding) }));
  return {
    bindings: answers.filter(({ answer }) => answer === "yes").map(({ binding }) => binding),
    isPossible:
      answers.some(({ answer }) => answer === "maybe") ||
      otherAssignments(model).some((binding) => answerOf(binding) !== "no") ||
      handedOver(model).some((reference) => maySay(model, reference, needed.identity)),
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

/** Whether a reference is to the principal id of an identity, or to something that has it in it. */
function maySay(model: Model, reference: Reference, identity: Entry): boolean {
  const whole = WHOLE.test(reference.attribute) ? entryOf(model, reference) : undefined;
  const holder = managedIdentityOf(model, reference) ?? whole;
  // An identity that is looked up may be the same one.
  return holder === identity || (holder?.isData === true && holder.type === identity.type);
}

const WHOLE = /^(?:(?:\w+_)?identity(?:\[\d+\])?|output)?$/;

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
