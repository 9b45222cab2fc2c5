import type { ITerraformIterator, TerraformCount } from "cdktf";
import type { ResourceOptions } from "../synth/resource-options";
import type { Role } from "./role";

/** What may be done, and where, whoever it is that may. */
export interface RoleBindingOptions extends ResourceOptions {
  /** What it may do. */
  readonly role: Role;

  /**
   * Where: an ARM id, of a resource (`account.id`) or made by `Scope`. The role holds there and below. Changing it
   * replaces the binding.
   */
  readonly scope: string;

  /**
   * ABAC condition that narrows the role, in version 2.0 of the language. Changing it replaces the binding.
   *
   * @default - no condition
   */
  readonly condition?: string;

  /**
   * Why the role is given; Azure recommends at most 512 characters. Changing it replaces the binding.
   *
   * @default - no description
   */
  readonly description?: string;

  /**
   * How long what `applyBefore` and `dependsOn` name waits after the binding was made or replaced, such as `60s`: a role
   * takes up to ten minutes to work. Makes a `time_sleep` of the provider hashicorp/time. A changed delay alone makes
   * nothing wait again.
   *
   * @default - no delay
   */
  readonly propagationDelay?: string;

  /**
   * Makes one binding per item of an iterator.
   *
   * @default - one binding
   */
  readonly forEach?: ITerraformIterator;

  /**
   * Makes this many bindings.
   *
   * @default - one binding
   */
  readonly count?: number | TerraformCount;
}
