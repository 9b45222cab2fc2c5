import { actsOnAnother } from "../model/acts-on-another";
import { follow, type Model } from "../model/model";
import { mayHaveRole } from "../model/possible-roles";
import { managedIdentityOf } from "../model/principal";
import { remembered } from "../model/remembered";
import { showValue } from "../model/value";
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
      const { entry, scope, principal } = verification;
      const identity = judgedIdentity(model, verification);
      if (!identity || mayHaveRole(model, identity, scope)) return [];
      const message =
        `principal "${showValue(principal)}" has no role at scope "${showValue(scope)}" in this app; allowed is one that ` +
        "can read there; bind a role such as Reader to the identity, or acknowledge who else gives it one";
      return [{ entry, message }];
    });
  },
};

/** The identity, where all that may give it access is seen: of one from elsewhere, or in a group, it is not. */
function judgedIdentity(model: Model, { entry, scope, principal }: Verification) {
  const identity = managedIdentityOf(model, principal);
  const { kind } = follow(model, scope) ?? {};
  const isSaid = kind === "literal" || kind === "reference";
  if (entry.repeated || !identity || actsOnAnother(identity) || !isSaid) return undefined;
  return membersOfGroups(model).has(identity) ? undefined : identity;
}

const membersOfGroups = remembered(
  (model: Model) => new Set(model.groupMemberships.map(({ member }) => managedIdentityOf(model, member))),
);
