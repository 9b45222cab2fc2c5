import type { PermissionBlock } from "../azure/role-permissions";
import type { Value } from "../model/value";
import type { Place } from "./place";

/** A built-in role by its GUID, a role that the app defines by a reference to it, or blocks as they are. */
export type GrantedRole =
  | { readonly id: string }
  | { readonly definition: Value }
  | { readonly permissions: readonly PermissionBlock[] };

/** What the holder of a role that may write role assignments is limited to by the condition of its assignment. */
export interface GrantLimit {
  /** GUIDs of the roles that it may assign; any where not given. */
  readonly roles?: readonly string[];
  readonly principalTypes?: readonly string[];
  readonly principals?: readonly Value[];
}

/** A role that the one who deploys has at a place and below. */
export interface Grant {
  readonly role: GrantedRole;
  readonly place: Place;
  readonly limit?: GrantLimit;
}
