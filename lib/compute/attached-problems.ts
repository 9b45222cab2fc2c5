import { listProblems } from "../access/given";
import { USER_ASSIGNED } from "../identity/user-assigned-kind";

/** Why what is to be attached or detached is no user-assigned identity, each with the fix: an id in its place, or something made later. */
export function attachedProblems(identities: unknown = [], name = "userAssignedIdentities"): string[] {
  return listProblems(name, identities, USER_ASSIGNED);
}
