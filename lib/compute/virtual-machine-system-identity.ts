import { type ITerraformDependable, TerraformLocal, type TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { refuseProps } from "../access/given";
import { IdentityRoleBinding } from "../access/identity-role-binding";
import type { Role } from "../access/role";
import type { IManagedIdentity } from "../identity/managed-identity";
import { deferredString } from "../synth/deferred";
import { checkStackOf } from "../synth/hook";
import { attachIdentities } from "./attach-identities";
import { identityProblems } from "./virtual-machine-identity-problems";
import type { VirtualMachineSystemIdentityProps } from "./virtual-machine-identity-props";

/**
 * Switches on the identity of a virtual machine that this app does not own, and attaches user-assigned ones, beside all
 * that it has. The identity stays on when this is destroyed, as it may have been on before, unless `disableOnDestroy`
 * says otherwise. Roles are bound to this construct.
 *
 * Makes what `VirtualMachineIdentity` makes, at the same addresses, and two local values.
 */
export class VirtualMachineSystemIdentity
  extends Construct
  implements IManagedIdentity, ITerraformDependable
{
  /** The request that switches the identity on, `azapi_resource_action`. */
  public readonly resource: TerraformResource;

  private readonly principal: TerraformLocal;
  private readonly tenant: TerraformLocal;

  /** @throws when props contradict each other: the message lists all of it */
  public constructor(scope: Construct, id: string, props: VirtualMachineSystemIdentityProps) {
    const problems = identityProblems(props ?? {}, true);
    refuseProps(scope, id, problems);
    super(scope, id);
    checkStackOf(this);
    const { before, attach } = attachIdentities(this, { ...props, isSystem: true });
    this.resource = attach;
    // What was on before is known to a plan that sends another request: without it each such plan replaces all bindings.
    const known = (name: string) =>
      deferredString(
        this,
        () => `\${coalesce(${before._address}.output.${name}, ${attach._address}.output.${name})}`,
      );
    this.principal = new TerraformLocal(this, "principal-id", known("principalId"));
    this.tenant = new TerraformLocal(this, "tenant-id", known("tenantId"));
  }

  /** Resource id of the machine, known once its identity is on. */
  public get id(): string {
    return this.resource.getStringAttribute("output.id");
  }

  /** Object id of the machine's own identity. */
  public get principalId(): string {
    return this.principal.asString;
  }

  /** Entra tenant of the machine's own identity. */
  public get tenantId(): string {
    return this.tenant.asString;
  }

  /** What `dependsOn` of other constructs and resources uses. */
  public get fqn(): string {
    return this.resource.fqn;
  }

  /**
   * Lets the machine's own identity do what a role allows, at a scope and below: a role binding with the id `id`
   * under this construct. For a scope in another stack that depends on this one, write
   * `new IdentityRoleBinding(...)` in that stack instead, or the two stacks depend on each other.
   */
  public assignRole(id: string, role: Role, scope: string): IdentityRoleBinding {
    return new IdentityRoleBinding(this, id, { identity: this, role, scope });
  }
}
