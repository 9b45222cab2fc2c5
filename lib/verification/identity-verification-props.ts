import type { ITerraformDependable } from "cdktf";
import type { AzureCloud } from "../azure/cloud";
import type { IManagedIdentity } from "../identity/managed-identity";
import type { ResourceOptions } from "../synth/resource-options";

/**
 * A virtual machine that a check can run on: a construct of this library, a raw provider resource, or an object of your
 * own.
 */
export interface IVerifiedMachine {
  /** Resource id, `/subscriptions/.../providers/Microsoft.Compute/virtualMachines/<name>`. */
  readonly id: string;
}

/** Operating system of a virtual machine, as Azure names it. */
export type OsType = "Linux" | "Windows";

/** Which identity is checked, from where, and what it has to be able to read. */
export interface IdentityVerificationProps extends ResourceOptions {
  /** The machine that the check runs on; it has to be running, with the agent of Azure and its extensions. */
  readonly virtualMachine: IVerifiedMachine;

  /**
   * The identity that is checked: one with a client id is a user-assigned identity, any other is taken as the machine's
   * own. The machine has to have it.
   */
  readonly identity: IManagedIdentity;

  /**
   * What the identity has to be able to read: the id of a resource group, a subscription or a management group, or with
   * `apiVersion` of a resource. It needs a role there with a read action of Resource Manager, such as `Reader`: roles
   * for data alone do not show here.
   */
  readonly scope: string;

  /**
   * Version of the API of the resource that `scope` is, such as `2023-05-01` for a storage account.
   *
   * @default - that of resource groups, subscriptions and management groups
   */
  readonly apiVersion?: string;

  /**
   * What the check waits for: role bindings, or whatever else gives the identity its access. What is in another stack
   * makes this stack deploy after that one.
   *
   * @default - the role assignments in this stack for the principal of `identity` whose scope can cover `scope`, whoever
   * makes them
   */
  readonly bindings?: ITerraformDependable[];

  /**
   * The cloud that the machine is in.
   *
   * @default "AzurePublic"
   */
  readonly cloud?: AzureCloud;

  /**
   * How many minutes, from 1 to 60, the check waits for Resource Manager to let the identity in. A new role takes up to
   * ten.
   *
   * @default 15
   */
  readonly accessMinutes?: number;

  /**
   * Operating system of the machine.
   *
   * @default - that of the machine's resource, where this app makes it
   */
  readonly osType?: OsType;

  /**
   * Azure region of the machine.
   *
   * @default - that of the machine's resource
   */
  readonly location?: string;

  /**
   * What the name of the run command begins with: at most 60 letters, digits, `.`, `-` and `_`, first a letter or digit.
   * A hash of what is checked follows.
   *
   * @default "verify-identity"
   */
  readonly namePrefix?: string;

  /**
   * Values of your own; when one changes, the check runs again.
   *
   * @default - it runs again when the machine, the identity, its bindings or what is asked changes
   */
  readonly triggers?: string[];

  /**
   * Tags of the run command.
   *
   * @default - no tags
   */
  readonly tags?: { [key: string]: string };
}
