import type { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import type { ITerraformDependable, TerraformResource } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { applyBefore } from "../synth/apply-before";
import { checkStackOf } from "../synth/hook";
import { checkBinding } from "./binding-problems";
import { createRoleAssignment } from "./create-role-assignment";
import type { IPrincipal } from "./principal";
import { createPropagationDelay } from "./propagation-delay";
import type { RoleBindingOptions } from "./role-binding-options";

/** Who may do what, and where. */
export interface PrincipalRoleBindingProps extends RoleBindingOptions {
  /** Who gets the role: a `Principal`, or a managed identity itself. */
  readonly principal: IPrincipal;
}

/**
 * Binds a role to a user, a group or a service principal at a scope. For managed identities `IdentityRoleBinding` says
 * the same.
 *
 * Makes one `azurerm_role_assignment`, at the address that the raw resource with the same id would have. It always says
 * what the principal is, and refers to the role in the form that Azure reports for the scope.
 */
export class PrincipalRoleBinding extends Construct implements ITerraformDependable {
  /** The resource of the provider. */
  public readonly resource: RoleAssignment;

  /** The `time_sleep` that follows the role assignment, with `propagationDelay`. */
  public readonly propagationDelay?: TerraformResource;

  /** @throws when principal, role or scope is none, or `propagationDelay` is not a duration: the message lists all of it */
  public constructor(scope: Construct, id: string, props: PrincipalRoleBindingProps) {
    checkBinding(scope, id, "principal", props?.principal, props ?? {});
    super(scope, id);
    checkStackOf(this);
    const { principal, propagationDelay, ...options } = props;
    this.resource = createRoleAssignment(
      this,
      principal,
      principal.principalType ?? "ServicePrincipal",
      options,
    );
    const delay = createPropagationDelay(this, this.resource, propagationDelay);
    if (delay) this.propagationDelay = delay;
  }

  public get id(): string {
    return this.resource.id;
  }

  /** Name of the role assignment in Azure: a GUID that azurerm chooses. */
  public get name(): string {
    return this.resource.name;
  }

  /** What `dependsOn` of other constructs and resources uses; the end of the `propagationDelay`, where there is one. */
  public get fqn(): string {
    return this.awaited.fqn;
  }

  /**
   * Has Terraform make or change these after the binding, and destroy them before it: what needs the role in the same
   * apply. Constructs, whose resources then all wait, raw resources, and data sources; in another stack, that stack
   * waits for this one.
   *
   * What the binding itself refers to, such as the machine whose own identity it is for, cannot wait for it.
   *
   * @throws when one of them has no resource in it, has this binding in it, or is in a stack that comes before
   */
  public applyBefore(...dependables: IConstruct[]): void {
    applyBefore(this, this.awaited, dependables);
  }

  private get awaited(): TerraformResource {
    return this.propagationDelay ?? this.resource;
  }
}
