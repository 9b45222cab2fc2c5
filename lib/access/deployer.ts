import { TerraformStack, Token } from "cdktf";
import type { IConstruct } from "constructs";
import { builtInRoleId } from "../azure/built-in-roles";
import { isScope } from "../model/scope";
import { declareGrant } from "../synth/declare-grant";
import type { LeastPrivilege } from "../synth/least-privilege-props";
import type { DeclaredGrant } from "../synth/settings";
import type { PrincipalType } from "./condition";
import type { IPrincipal } from "./principal";
import type { Role } from "./role";

/** What the condition of the deployer's own role assignment lets it assign. */
export interface DeployerLimit {
  /**
   * Roles that it may assign and take away: built-in ones, or others by their GUID.
   *
   * @default - any role
   */
  readonly roles?: Role[];

  /**
   * Types of the principals that it may assign them to.
   *
   * @default - any type
   */
  readonly principalTypes?: PrincipalType[];

  /**
   * The principals that it may assign them to.
   *
   * @default - any principal
   */
  readonly principals?: IPrincipal[];
}

/**
 * Who applies an app or a stack: the person, or the identity of the pipeline. Once a role of it is declared, each synth
 * compares what Terraform asks of Azure with its roles, and fails when something is missing.
 */
export class Deployer {
  /**
   * The deployer of a stack, or of all stacks of an app. A stack's deployer has the roles that are declared for the app
   * as well.
   *
   * @throws when the construct is neither, but inside a stack
   */
  public static of(appOrStack: IConstruct): Deployer {
    const { path, scopes } = appOrStack.node;
    const stack = scopes.find(TerraformStack.isStack);
    if (stack && !TerraformStack.isStack(appOrStack)) {
      throw new Error(
        `[${path}] the deployer of a construct inside a stack; allowed is an app or a stack, as Terraform applies a stack as a whole; use Deployer.of of the stack ${stack.node.path}`,
      );
    }
    return new Deployer(appOrStack);
  }

  private constructor(private readonly owner: IConstruct) {}

  /**
   * Declares that it has a role, before anything is applied.
   *
   * @param role a built-in role, a `CustomRole` of another stack of the app, or any by its id
   * @param scope where: an ARM id, of a resource or made by `Scope`; the role holds there and below
   * @param limit what the condition of its role assignment lets it assign, where it has one
   * @returns the same deployer, for its next role
   * @throws when the role is given by a name that no built-in role has, a literal scope is none, or the GUID of a role of
   * the limit is not known
   */
  public holds(role: Role, scope: string, limit?: DeployerLimit): Deployer {
    return this.declare(role, scope, limit);
  }

  /**
   * Declares that it has a role at the subscription of the azurerm provider without an alias, whichever that is.
   *
   * @throws as `holds` does
   */
  public holdsOnSubscription(role: Role, limit?: DeployerLimit): Deployer {
    return this.declare(role, undefined, limit);
  }

  /**
   * The least that it needs, whatever is declared: registrations of resource providers left out, which the owner of the
   * subscription does once.
   *
   * Ask when the stacks are complete: as with any synth of cdktf, logical ids are fixed from then on.
   */
  public leastPrivilege(): LeastPrivilege {
    // The roles of Azure are loaded when something is compared with them.
    const { leastPrivilegeOf } =
      require("../synth/least-privilege") as typeof import("../synth/least-privilege");
    return leastPrivilegeOf(this.owner);
  }

  private declare(role: Role, scope: string | undefined, limit: DeployerLimit = {}): Deployer {
    const problems = [...roleProblems(role), ...scopeProblems(scope), ...limitProblems(limit)];
    const { path } = this.owner.node;
    if (problems.length > 0) throw new Error(`[${path || "app"}] ${problems.join("\n  ")}`);
    declareGrant(this.owner, { role: declaredRole(role), limit: declaredLimit(limit), scope });
    return this;
  }
}

function roleProblems({ _definition: role }: Role): string[] {
  if (!("name" in role) || builtInRoleId(role.name) !== undefined) return [];
  return [
    `the deployer holds role "${role.name}", which is not a built-in role; allowed are built-in roles, and others by their id; use Role.builtIn, the role of a CustomRole, or Role.fromDefinitionId`,
  ];
}

function scopeProblems(scope: string | undefined): string[] {
  if (scope === undefined || Token.isUnresolved(scope) || scope.includes("${") || isScope(scope)) return [];
  return [
    `the deployer holds a role at "${scope}", which is not a scope; allowed are /subscriptions/<guid> with what is below it, /providers/Microsoft.Management/managementGroups/<name>, and /; write it with Scope, or pass the id of a resource`,
  ];
}

function limitProblems({ roles = [] }: DeployerLimit): string[] {
  return roles.some((role) => guidOf(role) === undefined)
    ? [
        "the deployer is limited to assigning a role without a known GUID; allowed are built-in roles and roles by their GUID, as a condition lists them; use Role.builtIn, or Role.fromDefinitionId with a literal",
      ]
    : [];
}

function guidOf({ _definition: role }: Role): string | undefined {
  if ("guid" in role) return role.guid;
  return "name" in role ? builtInRoleId(role.name) : undefined;
}

function declaredRole(role: Role): DeclaredGrant["role"] {
  const { _definition: given } = role;
  if ("id" in given) return { reference: given.id };
  return "resourceId" in given ? { reference: given.resourceId } : { guid: guidOf(role) as string };
}

function declaredLimit({ roles, principalTypes, principals }: DeployerLimit): DeclaredGrant["limit"] {
  if (!roles && !principalTypes && !principals) return undefined;
  return {
    ...(roles ? { roles: roles.flatMap((role) => guidOf(role) ?? []) } : {}),
    ...(principalTypes ? { principalTypes } : {}),
    ...(principals ? { principalIds: principals.map((one) => () => one.principalId) } : {}),
  };
}
