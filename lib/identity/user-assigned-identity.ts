import type { ManagementLock } from "@cdktf/provider-azurerm/lib/management-lock";
import { UserAssignedIdentity as UserAssignedIdentityResource } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import type { ITerraformDependable, TerraformProvider, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { assignedRolesProblems, assignRole, assignRoles } from "../access/assign-roles";
import { kindProblems, refuseProps } from "../access/given";
import type { IdentityRoleBinding } from "../access/identity-role-binding";
import { PLACEMENT } from "../access/placement-kinds";
import type { IPrincipal } from "../access/principal";
import { PrincipalRoleBinding } from "../access/principal-role-binding";
import { Role } from "../access/role";
import { deferredString, once } from "../synth/deferred";
import { checkStackOf } from "../synth/hook";
import { own } from "../synth/marks";
import { plainReference } from "../synth/plain-reference";
import type { FederatedCredential } from "./federated-credential";
import type { FederatedSubject } from "./federated-subject";
import { ImportedUserAssignedIdentity } from "./imported-user-assigned-identity";
import { KnownUserAssignedIdentity } from "./known-user-assigned-identity";
import { lookUpIdentities } from "./looked-up-identities";
import type { IUserAssignedIdentity } from "./managed-identity";
import type {
  UserAssignedIdentitiesLookup,
  UserAssignedIdentityAttributes,
  UserAssignedIdentityLookup,
  UserAssignedIdentityProps,
} from "./user-assigned-identity-props";

/**
 * A managed identity that is a resource of its own: many machines and services can use it, and it outlives them.
 *
 * Makes one `azurerm_user_assigned_identity`, at the address that the raw resource with the same id would have.
 */
export class UserAssignedIdentity extends Construct implements IUserAssignedIdentity, ITerraformDependable {
  /**
   * An identity that exists, by its resource id. A data source reads its principal id and client id.
   *
   * The id may be a literal, whose fixed parts get the case that azurerm asks for, or a token. Pass `provider` when
   * the identity is in another subscription than the stack's provider.
   *
   * @throws when a literal is not the id of a user-assigned identity
   */
  public static fromId(
    scope: Construct,
    id: string,
    identityId: string,
    provider?: TerraformProvider,
  ): IUserAssignedIdentity {
    return ImportedUserAssignedIdentity.byId(scope, id, identityId, provider);
  }

  /** An identity that exists, by name and resource group. A data source reads it. */
  public static fromName(
    scope: Construct,
    id: string,
    lookup: UserAssignedIdentityLookup,
  ): IUserAssignedIdentity {
    return ImportedUserAssignedIdentity.byName(scope, id, lookup);
  }

  /**
   * Identities that exist in one resource group, in the order of their names. A data source reads each of them.
   *
   * @throws when a name is given twice, or is a token
   */
  public static fromNames(
    scope: Construct,
    id: string,
    lookup: UserAssignedIdentitiesLookup,
  ): IUserAssignedIdentity[] {
    return lookUpIdentities(scope, id, lookup);
  }

  /**
   * An identity of which you know what your stack needs, from a module's output or a variable for example. Nothing is
   * looked up.
   *
   * @throws when something is read that was not given
   */
  public static fromAttributes(attributes: UserAssignedIdentityAttributes): IUserAssignedIdentity {
    return new KnownUserAssignedIdentity(attributes);
  }

  /** The resource of the provider. */
  public readonly resource: UserAssignedIdentityResource;

  /** The lock that keeps the identity from being deleted, with `deletionLock`. */
  public readonly deletionLock?: ManagementLock;

  /** @throws when a prop is not given, or two of `roles` have one id: the message lists all of it */
  public constructor(scope: Construct, id: string, props: UserAssignedIdentityProps) {
    const { roles = [], deletionLock, ...identity } = props ?? {};
    const problems = [
      ...kindProblems(props, PLACEMENT),
      ...assignedRolesProblems(roles, ["Default", "deletion-lock"]),
    ];
    refuseProps(scope, id, problems);
    super(scope, id);
    checkStackOf(this);
    this.resource = own(new UserAssignedIdentityResource(this, "Default", identity));
    if (deletionLock) this.deletionLock = lockOf(this);
    assignRoles(this, roles, props.provider);
  }

  public get id(): string {
    return this.resource.id;
  }

  public get name(): string {
    return this.resource.name;
  }

  /** Name of the resource group, as the resource has it. */
  public get resourceGroupName(): string {
    return this.resource.resourceGroupName;
  }

  public get principalId(): string {
    return this.resource.principalId;
  }

  public get clientId(): string {
    return this.resource.clientId;
  }

  public get tenantId(): string {
    return this.resource.tenantId;
  }

  /** What `dependsOn` of other constructs and resources uses. */
  public get fqn(): string {
    return this.resource.fqn;
  }

  /**
   * Lets this identity do what a role allows, at a scope and below: a role binding with the id `id` under this
   * construct. For a scope in another stack that uses this identity, write
   * `new IdentityRoleBinding(...)` in that stack instead, or the two stacks depend on each other.
   */
  public assignRole(id: string, role: Role, scope: string): IdentityRoleBinding {
    return assignRole(this, { id, role, scope }, this.resource.provider);
  }

  /**
   * Lets a user, a group, a service principal or another identity do with this identity what a role allows: a role
   * binding with the id `id` under this construct.
   */
  public allow(id: string, role: Role, principal: IPrincipal): PrincipalRoleBinding {
    const { provider } = this.resource;
    return new PrincipalRoleBinding(this, id, {
      principal,
      role,
      scope: deferredString(
        this,
        once(() => this.id),
      ),
      ...(provider ? { provider } : {}),
    });
  }

  /** Lets someone attach this identity to machines and services, as `Managed Identity Operator`. */
  public allowAssignmentBy(id: string, principal: IPrincipal): PrincipalRoleBinding {
    return this.allow(id, Role.builtIn("Managed Identity Operator"), principal);
  }

  /** Lets someone change, federate and delete this identity, as `Managed Identity Contributor`. */
  public allowManagementBy(id: string, principal: IPrincipal): PrincipalRoleBinding {
    return this.allow(id, Role.builtIn("Managed Identity Contributor"), principal);
  }

  /**
   * Trusts a workload outside of Azure to act as this identity: a federated credential with the id `id`, which is its
   * name too, under this construct.
   */
  public trust(id: string, subject: FederatedSubject): FederatedCredential {
    const { FederatedCredential } =
      require("./federated-credential") as typeof import("./federated-credential");
    const { provider } = this.resource;
    return new FederatedCredential(this, id, { identity: this, subject, ...(provider ? { provider } : {}) });
  }

  /**
   * The principal id as plain text for elements of the same stack.
   *
   * @internal
   */
  public _plainPrincipalId(stack: TerraformStack): string | undefined {
    return plainReference(stack, this.resource, "principal_id");
  }
}

/** Loads the provider's class of locks when an identity needs it. */
function lockOf(identity: UserAssignedIdentity): ManagementLock {
  const { createDeletionLock } = require("./deletion-lock") as typeof import("./deletion-lock");
  return createDeletionLock(identity, identity.resource);
}
