import { parseArmId } from "../../../../model/arm-id";
import type { Check, Checks } from "./check";
import { oneOf } from "./sdk";

/** The kinds of identity that a type of host can have. */
export type IdentityKinds = "system" | "user" | "both";

const TYPES = {
  system: ["SystemAssigned"],
  user: ["UserAssigned"],
  both: ["UserAssigned", "SystemAssigned", "SystemAssigned, UserAssigned"],
};

const IDENTITY =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.ManagedIdentity\/userAssignedIdentities\/[^/]+$/;

/** Names of segments in exactly this case. Source: go-azure-helpers, commonids.ValidateUserAssignedIdentityID. */
export const userAssignedIdentityId: Check = (value, key) => {
  if (IDENTITY.test(value)) return undefined;
  const isOtherCase = new RegExp(IDENTITY.source, "i").test(value);
  const why = isOtherCase ? "the case of its segments" : parseArmId(value) ? "the type" : "the form";
  return `parsing the UserAssignedIdentity ID of "${key}": ${why} of "${value}" is not that of a user assigned identity ID`;
};

/** Source: go-azure-helpers, resourcemanager/commonschema, identity_*.go. */
export function identityChecks(kinds: IdentityKinds): Checks {
  return {
    "identity.type": oneOf(...TYPES[kinds]),
    "identity.identity_ids": userAssignedIdentityId,
  };
}
