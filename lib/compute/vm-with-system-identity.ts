import { IdentityRoleBinding } from "../access/identity-role-binding";
import type { Role } from "../access/role";
import type { IManagedIdentity } from "../identity/managed-identity";
import { Vm } from "./vm";

/**
 * A virtual machine with an identity of its own, which lives and dies with the machine, beside any user-assigned
 * ones. The machine itself is what roles are bound to.
 */
export class VmWithSystemIdentity extends Vm implements IManagedIdentity {
  /** Object id of the machine's own identity. */
  public get principalId(): string {
    return this.resource.identity.principalId;
  }

  /** Entra tenant of the machine's own identity. */
  public get tenantId(): string {
    return this.resource.identity.tenantId;
  }

  /**
   * Lets the machine's own identity do what a role allows, at a scope and below: a role binding with the id `id`
   * under this construct. For a scope in another stack that depends on this one, write
   * `new IdentityRoleBinding(...)` in that stack instead, or the two stacks depend on each other.
   */
  public assignRole(id: string, role: Role, scope: string): IdentityRoleBinding {
    return new IdentityRoleBinding(this, id, { identity: this, role, scope });
  }

  /** @internal */
  protected override get _hasSystemIdentity(): boolean {
    return true;
  }
}
