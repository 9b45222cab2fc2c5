import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { declareGrant } from "../synth/declare-grant";
import type { LeastPrivilege } from "../synth/least-privilege-props";
import type { DeclaredGrant } from "../synth/settings";
import type { PrincipalType } from "./condition";
import { declarationProblems, guidOf } from "./deployer-problems";
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
   * @throws when the role is none or is given by a name that no built-in role has, a literal scope is none, or the limit
   * names what cannot be assigned or is no role with a known GUID
   */
  public holds(role: Role, scope: string, limit?: DeployerLimit): Deployer {
    return this.declare(role, { scope }, limit);
  }

  /**
   * Declares that it has a role at the subscription of the azurerm provider without an alias, whichever that is; of an
   * app, at those of all its stacks.
   *
   * @throws as `holds` does
   */
  public holdsOnSubscription(role: Role, limit?: DeployerLimit): Deployer {
    return this.declare(role, {}, limit);
  }

  /**
   * The least that it needs, whatever is declared: registrations of resource providers left out, which the owner of the
   * subscription does once.
   *
   * Ask when the stacks are complete: as with any synth of cdktf, logical ids are fixed from then on. References of a
   * stack with overrides of its own (`stack.addOverride`) to other stacks are followed once the app was synthesized.
   */
  public leastPrivilege(): LeastPrivilege {
    // The roles of Azure are loaded when something is compared with them.
    const { leastPrivilegeOf } =
      require("../synth/least-privilege") as typeof import("../synth/least-privilege");
    return leastPrivilegeOf(this.owner);
  }

  private declare(role: Role, at: { readonly scope?: string }, limit: DeployerLimit = {}): Deployer {
    const problems = declarationProblems(role, at, limit);
    const { path } = this.owner.node;
    if (problems.length > 0) throw new Error(`[${path || "app"}] ${problems.join("\n  ")}`);
    declareGrant(this.owner, { role: declaredRole(role), limit: declaredLimit(limit), scope: at.scope });
    return this;
  }
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
