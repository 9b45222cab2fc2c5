import type { Binding } from "../model/binding";
import { reachableFrom } from "../model/dependencies";
import type { Lock } from "../model/lock";
import { follow, type Model } from "../model/model";
import { rememberedIn } from "../model/remembered";
import { scopeChain } from "../model/scope-chain";
import { stacksReadBy } from "../model/stacks-read-by";
import { showValue, type Value } from "../model/value";
import type { Rule } from "./rule";

export const lockOrder: Rule = {
  id: "lock-order",
  title: "a lock waits for the role bindings at its scope and below",
  why:
    "a locked role assignment cannot be deleted: unless Terraform takes the lock away first, a destroy stops halfway " +
    "with ScopeLocked",
  source: "Azure, Lock your resources to protect your infrastructure (lock inheritance)",
  level: "warning",
  rawLevel: "warning",
  check: (model) =>
    model.locks.flatMap((lock) => {
      const late = lateFor(model, lock);
      const [first] = late;
      if (!first) return [];
      const shown = showValue(follow(model, lock.scope) as Value);
      const elsewhere = late.some(({ entry }) => entry.stack !== lock.entry.stack);
      const message =
        `lock at scope "${shown}" does not wait for ${paths(late)}, bound there or below; allowed is a lock that is ` +
        `made after what it locks; ${elsewhere ? "make the lock in a stack after those of the bindings, or take it away before a destroy" : "write binding.applyBefore(lock), or add the bindings to depends_on of the lock"}`;
      return [{ entry: lock.entry, message, mirrored: { entry: first.entry, message } }];
    }),
};

/** Bindings that the lock keeps from being deleted. */
function locked(model: Model, { scope }: Lock): Binding[] {
  const [at] = scope ? scopeChain(model, scope) : [];
  if (at === undefined) return [];
  return model.bindings.filter((binding) => chainOf(model, binding).includes(at));
}

const chainOf = rememberedIn((model, { scope }: Binding) => (scope ? scopeChain(model, scope) : []));

/**
 * Stacks that one reads from are destroyed after it. Where neither stack reads from the other, the app may order them
 * or not: what stacks say does not tell.
 */
function lateFor(model: Model, lock: Lock): Binding[] {
  const { entry } = lock;
  const bindings = locked(model, lock);
  if (bindings.length === 0) return [];
  const before = reachableFrom(model, entry);
  return bindings.filter((binding) =>
    binding.entry.stack === entry.stack
      ? !before.has(binding.entry)
      : stacksReadBy(model, binding.entry.stack).has(entry.stack),
  );
}

const SHOWN = 3;

function paths(bindings: readonly Binding[]): string {
  const shown = bindings.slice(0, SHOWN).map(({ entry }) => entry.path);
  const more = bindings.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(" and ");
}
