import { assignmentCondition } from "../azure/assignment-condition";
import { shown } from "../synth/shown";
import { refuse } from "./given";
import type { Role } from "./role";
import { ROLE } from "./role-kind";

/** Types of principals that a role can be assigned to. */
export type PrincipalType = "ServicePrincipal" | "User" | "Group";

/** What the holder of a role may assign. */
export interface AllowAssigningProps {
  /** Roles that it may assign and take away: built-in ones, or others by their GUID. */
  readonly roles: Role[];

  /**
   * Types of the principals that it may assign them to. Whoever assigns then has to say the type, as bindings of this
   * library do.
   *
   * @default - any type
   */
  readonly principalTypes?: PrincipalType[];
}

/** Writes conditions of role bindings, in version 2.0 of Azure's language. */
export class Condition {
  /**
   * Lets the holder of a role that may write role assignments, such as Role Based Access Control Administrator, assign
   * and take away only these roles. It goes into the `condition` of the binding of that role.
   *
   * @throws when no role is given, or one whose GUID is not known at synth; the message lists all of it
   */
  public static allowAssigning(props: AllowAssigningProps): string {
    const { roles, principalTypes = [] } = props ?? {};
    refuse("Condition.allowAssigning", rolesProblems(roles));
    return assignmentCondition({ roles: roles.map((role) => guidOf(role) as string), principalTypes });
  }
}

function rolesProblems(roles: unknown = []): string[] {
  const all = Array.isArray(roles) ? roles : [roles];
  const wrong = all.length === 0 ? ["no role"] : all.filter((role) => !guidOf(role)).map(named);
  return [...new Set(wrong)].map(
    (given) =>
      `${given} is given to a condition; allowed are built-in roles and roles by their GUID; use Role.builtIn, or Role.fromDefinitionId with a literal`,
  );
}

function named(given: unknown): string {
  return ROLE.is(given) ? "a role without a known GUID" : `${shown(given)} in place of a role`;
}

function guidOf(given: Role): string | undefined {
  if (!ROLE.is(given)) return undefined;
  const { _definition: role } = given;
  return "guid" in role ? role.guid : undefined;
}
