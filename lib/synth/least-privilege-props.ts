/** A built-in role that the deployer needs. */
export interface LeastRole {
  /** Name of the role. */
  readonly role: string;

  /** Its GUID. */
  readonly roleId: string;

  /** Where: a scope that is there before the stack is applied; what Terraform alone knows is in angle brackets. */
  readonly scope: string;

  /**
   * Condition of the role assignment, which lets it assign what the stack assigns and nothing else.
   *
   * @default - the role assigns nothing
   */
  readonly condition?: string;
}

/** A role of your own for the deployer, with nothing but what is asked for. */
export interface LeastCustomRole {
  /** Where it is assigned; what Terraform alone knows is in angle brackets. */
  readonly scope: string;

  /** Operations that it allows. */
  readonly actions: string[];

  /** Operations on data that it allows. */
  readonly dataActions: string[];

  /**
   * Condition of its assignment, which lets it assign what the stack assigns and nothing else.
   *
   * @default - the role assigns nothing
   */
  readonly condition?: string;
}

/** The least that the deployer needs: the built-in roles, or in their place the custom ones. */
export interface LeastPrivilege {
  /** Built-in roles; without any one of them something is not allowed. */
  readonly roles: LeastRole[];

  /** One role for each scope. */
  readonly customRoles: LeastCustomRole[];

  /** Actions that no built-in role allows. */
  readonly notAllowed: string[];

  /** Paths of resources whose actions are not known: they may need more. */
  readonly notCovered: string[];
}
