import { UserAssignedIdentity as UserAssignedIdentityResource } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import type { ITerraformDependable, TerraformProvider, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { IdentityRoleBinding } from "../access/identity-role-binding";
import type { Role } from "../access/role";
import { checkStackOf } from "../synth/hook";
import { own } from "../synth/marks";
import { plainReference } from "../synth/plain-reference";
import type { ResourceOptions } from "../synth/resource-options";
import { ImportedUserAssignedIdentity } from "./imported-user-assigned-identity";
import { KnownUserAssignedIdentity } from "./known-user-assigned-identity";
import type { IUserAssignedIdentity } from "./managed-identity";

/** What a user-assigned identity is made of. */
export interface UserAssignedIdentityProps extends ResourceOptions {
  /**
   * Name of the identity: 3-128 letters, digits, `-` and `_`, first a letter or digit; at most 24 characters when a
   * virtual machine or scale set uses it. Changing it replaces the identity and with it every role binding.
   */
  readonly name: string;

  /** Name of the resource group. */
  readonly resourceGroupName: string;

  /** Azure region, such as `westeurope`. */
  readonly location: string;

  /**
   * Tags of the identity.
   *
   * @default - no tags
   */
  readonly tags?: { [key: string]: string };
}

/** Where to look up a user-assigned identity that exists. */
export interface UserAssignedIdentityLookup {
  /** Name of the identity. */
  readonly name: string;

  /** Name of its resource group. */
  readonly resourceGroupName: string;

  /**
   * The azurerm provider whose subscription holds the identity.
   *
   * @default - the azurerm provider of the stack that has no alias
   */
  readonly provider?: TerraformProvider;
}

/** What is known of a user-assigned identity; literals or tokens. */
export interface UserAssignedIdentityAttributes {
  /**
   * Resource id: what machines attach.
   *
   * @default - not known
   */
  readonly id?: string;

  /**
   * Name of the resource.
   *
   * @default - not known
   */
  readonly name?: string;

  /**
   * Object id of its service principal: what bindings take.
   *
   * @default - not known
   */
  readonly principalId?: string;

  /**
   * Client id.
   *
   * @default - not known
   */
  readonly clientId?: string;

  /**
   * Id of its Entra tenant.
   *
   * @default - not known
   */
  readonly tenantId?: string;
}

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

  public constructor(scope: Construct, id: string, props: UserAssignedIdentityProps) {
    super(scope, id);
    checkStackOf(this);
    this.resource = own(new UserAssignedIdentityResource(this, "Default", props));
  }

  public get id(): string {
    return this.resource.id;
  }

  public get name(): string {
    return this.resource.name;
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
    return new IdentityRoleBinding(this, id, { identity: this, role, scope });
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
