import type { ObjectValue } from "../../provider/value";
import { isObjectValue } from "../../provider/value";
import { attach } from "../identity/attach";
import { typeOf } from "../identity/block";
import type { AttachedIdentities, Azure } from "../store/azure";
import { sameId } from "../store/ids";
import { text } from "../values";

/** All identities are what the request says. In azapi every value of the map is `{}` by then: null attaches. */
export function putIdentity(
  azure: Azure,
  host: string,
  identity: ObjectValue | undefined,
): AttachedIdentities | undefined {
  const users = identity?.userAssignedIdentities;
  return attach(azure, host, {
    type: text(identity?.type) ?? "None",
    ids: isObjectValue(users) ? Object.keys(users) : [],
  });
}

/**
 * The type is what the request says; of the user-assigned identities only those that it names change, where null takes
 * one away. Source: Azure, Configure managed identities on Azure VMs using REST API calls.
 */
export function patchIdentity(
  azure: Azure,
  host: string,
  identity: ObjectValue,
): AttachedIdentities | undefined {
  const prior = azure.find(host)?.identities;
  const present = prior?.user ?? [];
  const type = text(identity.type) ?? (prior ? typeOf(prior) : "None");
  const users = isObjectValue(identity.userAssignedIdentities) ? identity.userAssignedIdentities : {};
  const named = Object.keys(users);
  const kept = type.includes("UserAssigned")
    ? present.filter((id) => !named.some((each) => sameId(each, id)))
    : [];
  return attach(azure, host, { type, ids: [...kept, ...named.filter((id) => users[id] !== null)] });
}
