import type { ITerraformDependable, TerraformProvider, TerraformResourceLifecycle } from "cdktf";
import type { IUserAssignedIdentity } from "../identity/managed-identity";
import type { IVirtualMachine } from "./existing-virtual-machine";

/** What all requests for identities of a machine share. */
export interface VirtualMachineIdentityOptions {
  /** The machine, which somebody else owns. Another one replaces the request. */
  readonly virtualMachine: IVirtualMachine;

  /**
   * User-assigned identities to take away from the machine: name one here for one apply when it leaves
   * `userAssignedIdentities`. Terraform does not know any more what it attached once it is not named at all.
   *
   * @default - none
   */
  readonly detachedIdentities?: IUserAssignedIdentity[];

  /**
   * Lifecycle of the main resource.
   *
   * @default - Terraform's own
   */
  readonly lifecycle?: TerraformResourceLifecycle;

  /**
   * What the main resource waits for, beside what it refers to.
   *
   * @default - nothing
   */
  readonly dependsOn?: ITerraformDependable[];

  /**
   * The azapi provider, at least 2.9.
   *
   * @default - the azapi provider of the stack that has no alias; one is made when there is none
   */
  readonly provider?: TerraformProvider;
}

/** User-assigned identities for a machine that exists. */
export interface VirtualMachineIdentityProps extends VirtualMachineIdentityOptions {
  /** Identities to attach, beside those that the machine has; at least one. All are detached on destroy. */
  readonly userAssignedIdentities: IUserAssignedIdentity[];
}

/** An identity of its own for a machine that exists, and user-assigned ones. */
export interface VirtualMachineSystemIdentityProps extends VirtualMachineIdentityOptions {
  /**
   * Identities to attach, beside those that the machine has. All are detached on destroy.
   *
   * @default - none
   */
  readonly userAssignedIdentities?: IUserAssignedIdentity[];

  /**
   * Whether destroying this switches the machine's own identity off, which deletes its principal. It may have been on
   * before, and others may use it.
   *
   * @default false
   */
  readonly disableOnDestroy?: boolean;
}
