import type { PermissionBlock } from "../../azure/role-permissions";

/** What preflight asks of Azure Resource Manager: it only reads. */
export interface Arm {
  /** What the signed-in principal may do at a scope, with what it may do above. */
  permissionsAt(scope: string): Promise<ArmAnswer<readonly PermissionBlock[]>>;
  /** Role assignments of a principal that hold at a scope or below; not for the tenant. */
  assignmentsAt(scope: string, principalId: string): Promise<ArmAnswer<readonly ArmAssignment[]>>;
  /** The object id of a user-assigned identity, by its ARM id. */
  principalIdOf(identity: string): Promise<ArmAnswer<string>>;
  /**
   * Signs in without asking for anything.
   *
   * @throws Failure when nobody can be signed in
   */
  signIn(): Promise<void>;
  /** Who asked; known after the first answer, where the token says it. */
  signedIn(): SignedIn | undefined;
}

/** A value, that the scope does not exist, or why Azure does not tell. What ends all asking is a thrown `Failure`. */
export type ArmAnswer<T> = { readonly value: T } | "absent" | Refusal;

export interface Refusal {
  readonly refused: string;
  /** Whether it may be told of scopes below. */
  readonly isForScope: boolean;
}

export interface ArmAssignment {
  readonly id: string;
  readonly scope: string;
  readonly roleDefinitionId: string;
}

export interface SignedIn {
  /** Of the user or the service principal, managed identities among them. */
  readonly objectId?: string;
  /** Client id. */
  readonly applicationId?: string;
  readonly tenantId?: string;
  /** Of a user. */
  readonly userName?: string;
}
