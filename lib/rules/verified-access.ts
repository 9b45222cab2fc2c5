import type { Binding } from "../model/binding";
import { follow, type Model } from "../model/model";
import { managedIdentityOf } from "../model/principal";
import { scopeChain } from "../model/scope-chain";
import { showValue, type Value, valueKey } from "../model/value";
import { type Verification, verificationsOf } from "../model/verification";
import type { Rule } from "./rule";

export const verifiedAccess: Rule = {
  id: "verified-access",
  title: "an identity that this app makes and verifies has a role at the scope or above it",
  why: "without one the check waits until its time is over, and then fails the apply",
  source: "Azure, Understand scope for Azure RBAC",
  level: "warning",
  rawLevel: "warning",
  check: (model, { isWholeApp }) => {
    // A stack alone does not see the other stacks of its app, which may be where the roles are given.
    if (!isWholeApp) return [];
    return verificationsOf(model).flatMap((verification) => {
      if (!isJudged(model, verification) || hasRole(model, verification)) return [];
      const { entry, scope, principal } = verification;
      const message =
        `principal "${showValue(principal)}" has no role at scope "${showValue(scope)}" in this app; allowed is one that ` +
        "can read there; bind a role such as Reader to the identity, or acknowledge who else gives it one";
      return [{ entry, message }];
    });
  },
};

/** Whether all that may give access is seen: of identities from elsewhere, and of members of groups, it is not. */
function isJudged(model: Model, { entry, scope, principal }: Verification): boolean {
  const holder = managedIdentityOf(model, principal);
  if (entry.repeated || !holder || holder.isData || !isSaid(follow(model, scope))) return false;
  const key = keyOf(model, principal);
  return !model.groupMemberships.some(({ member }) => member && keyOf(model, member) === key);
}

function hasRole(model: Model, { scope, principal }: Verification): boolean {
  const key = keyOf(model, principal);
  const chain = scopeChain(model, scope);
  return model.bindings
    .filter((binding) => binding.principal && keyOf(model, binding.principal) === key)
    .some((binding) => canCover(model, binding, chain));
}

/** Management groups are above scopes without a word of it in the ids of these. */
function canCover(model: Model, { scope }: Binding, chain: readonly string[]): boolean {
  const value = follow(model, scope);
  if (!value || !isSaid(value)) return true;
  const [at = ""] = scopeChain(model, value);
  return chain.includes(at) || at.startsWith("/providers/");
}

function isSaid(value: Value | undefined): boolean {
  return value?.kind === "literal" || value?.kind === "reference";
}

function keyOf(model: Model, value: Value): string {
  return valueKey(follow(model, value) ?? value);
}
