import type { Entry } from "./entry";
import type { Value } from "./value";

/** That a principal is a member of a group of Entra. */
export interface GroupMembership {
  readonly entry: Entry;
  /** Object id of the group. */
  readonly group: Value | undefined;
  /** Object id of the principal that is the member. */
  readonly member: Value | undefined;
}

export const GROUP_MEMBER_TYPE = "azuread_group_member";

export function readGroupMembership(
  entry: Entry,
  read: (raw: unknown) => Value | undefined,
): GroupMembership {
  return { entry, group: read(entry.values.group_object_id), member: read(entry.values.member_object_id) };
}
