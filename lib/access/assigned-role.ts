import type { Role } from "./role";

/** A role that an identity gets along with its creation. */
export interface AssignedRole {
  /** Id of the binding below the identity, of your choice and unique there. Changing it replaces the binding. */
  readonly id: string;

  /** What the identity may do. */
  readonly role: Role;

  /** Where: an ARM id, of a resource (`account.id`) or made by `Scope`. The role holds there and below. */
  readonly scope: string;

  /**
   * ABAC condition that narrows the role, in version 2.0 of the language. Changing it replaces the binding.
   *
   * @default - no condition
   */
  readonly condition?: string;
}
