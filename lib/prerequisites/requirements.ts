/** Changed when a reader of the former version would misread the file. */
export const REQUIREMENTS_VERSION = 1;

/**
 * What those who deploy the stacks of a project need, as a file that is committed; `docs/deployer-identity.md` documents
 * it. Scopes are those that are there before the stacks are applied. All lists are sorted.
 */
export interface Requirements {
  readonly schemaVersion: typeof REQUIREMENTS_VERSION;
  /** The stacks that were asked for; all of the project where none were. */
  readonly for?: readonly string[];
  /** One who deploys all the stacks, and where they are several, one for each alone. */
  readonly deployers: readonly DeployerNeeds[];
}

/** The least that the one who deploys some stacks needs: the built-in roles, or in their place the custom ones. */
export interface DeployerNeeds {
  /** Construct paths. */
  readonly stacks: readonly string[];
  /** What stands in angle brackets in scopes, as Terraform alone knows it. */
  readonly placeholders: readonly string[];
  readonly roles: readonly NeededBuiltInRole[];
  readonly customRoles: readonly NeededCustomRole[];
  /** What no built-in role allows. */
  readonly notAllowed: readonly NeededAction[];
  /** Resources of which it is not known what Azure is asked for: they may need more. */
  readonly notCovered: readonly { readonly path: string; readonly reason: string }[];
  /** Registrations of resource providers, which another one does once. */
  readonly leftOut: readonly NeededAction[];
  /** Paths of role assignments whose role has no GUID yet, so that no condition lists it. */
  readonly unlisted: readonly string[];
}

export interface NeededBuiltInRole {
  readonly role: string;
  readonly roleId: string;
  readonly scope: string;
  /** What it may assign; only of a role that may assign any. */
  readonly limit?: NeededLimit;
  /** The limit as Azure has it. */
  readonly condition?: string;
}

export interface NeededLimit {
  /** GUIDs; any role where not given. */
  readonly roles?: readonly string[];
  /** Any type where not given. */
  readonly principalTypes?: readonly string[];
}

export interface NeededCustomRole {
  readonly scope: string;
  readonly actions: readonly string[];
  readonly dataActions: readonly string[];
  /** For its assignment, where it may assign roles. */
  readonly condition?: string;
}

export interface NeededAction {
  readonly action: string;
  readonly isData?: true;
  readonly scope: string;
}
