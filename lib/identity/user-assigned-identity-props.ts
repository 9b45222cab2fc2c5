import type { TerraformProvider } from "cdktf";
import type { AssignedRole } from "../access/assigned-role";
import type { ResourceOptions } from "../synth/resource-options";

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
   * What the identity may do: a binding for each role, below this construct under an id of yours.
   *
   * @default - no roles; more can follow with `assignRole`
   */
  readonly roles?: AssignedRole[];

  /**
   * Keeps others from deleting the identity, by a management lock of the level `CanNotDelete` on it. This program takes
   * its lock away first where it destroys or replaces the identity: `lifecycle.preventDestroy` stops that.
   *
   * While it is there Azure answers `ScopeLocked` to the deletion of role assignments at the identity, of its federated
   * credentials, and of its resource group too. The lock waits for those that this stack makes, so that a destroy takes
   * the lock away first. To remove or replace one of them while the identity stays, take the lock away in the same apply
   * and put it back in the next one; after an apply that failed with `ScopeLocked`, take it away in one of its own. The
   * deployer needs the right to write locks, which Contributor does not have.
   *
   * @default false
   */
  readonly deletionLock?: boolean;

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

/** Where to look up several user-assigned identities that exist. */
export interface UserAssignedIdentitiesLookup {
  /** Their names, written out: addresses come from them. */
  readonly names: string[];

  /** Name of their resource group. */
  readonly resourceGroupName: string;

  /**
   * The azurerm provider whose subscription holds them.
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
