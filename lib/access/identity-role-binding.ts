import type { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import {
  type ITerraformDependable,
  type ITerraformIterator,
  type TerraformCount,
  TerraformStack,
} from "cdktf";
import { Construct } from "constructs";
import type { IManagedIdentity } from "../identity/managed-identity";
import type { UserAssignedIdentity } from "../identity/user-assigned-identity";
import { deferredString, once } from "../synth/deferred";
import { checkStackOf } from "../synth/hook";
import { own } from "../synth/marks";
import type { ResourceOptions } from "../synth/resource-options";
import { LateRoleAssignment } from "./late-role-assignment";
import type { Role } from "./role";
import { givenRole, lateRole } from "./role-argument";

/** Who may do what, and where. */
export interface IdentityRoleBindingProps extends ResourceOptions {
  /** The identity that gets the role. */
  readonly identity: IManagedIdentity;

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
   * Why the identity has the role; Azure recommends at most 512 characters. Changing it replaces the binding.
   *
   * @default - no description
   */
  readonly description?: string;

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

/**
 * Binds a role to an identity at a scope.
 *
 * Makes one `azurerm_role_assignment`, at the address that the raw resource with the same id would have. It always
 * says that the principal is a service principal, so that Azure takes one which it has not replicated yet, and
 * refers to the role in the form that Azure reports for the scope, so that no plan shows a replacement.
 */
export class IdentityRoleBinding extends Construct implements ITerraformDependable {
  /** The resource of the provider. */
  public readonly resource: RoleAssignment;

  public constructor(scope: Construct, id: string, props: IdentityRoleBindingProps) {
    super(scope, id);
    checkStackOf(this);
    const { identity, role, ...assignment } = props;
    this.resource = own(
      new LateRoleAssignment(
        this,
        "Default",
        {
          ...assignment,
          ...(props.condition === undefined ? {} : { conditionVersion: "2.0" }),
          principalType: "ServicePrincipal",
          ...givenRole(role),
        },
        {
          principalId: once(() => this.principalId(identity)),
          ...lateRole(this, role),
        },
      ),
    );
  }

  public get id(): string {
    return this.resource.id;
  }

  /** Name of the role assignment in Azure: a GUID that azurerm chooses. */
  public get name(): string {
    return this.resource.name;
  }

  /** What `dependsOn` of other constructs and resources uses. */
  public get fqn(): string {
    return this.resource.fqn;
  }

  private principalId(identity: IManagedIdentity): string {
    const { _plainPrincipalId } = identity as Partial<UserAssignedIdentity>;
    const plain = _plainPrincipalId?.call(identity, TerraformStack.of(this));
    return (
      plain ??
      deferredString(
        this,
        once(() => identity.principalId),
      )
    );
  }
}
