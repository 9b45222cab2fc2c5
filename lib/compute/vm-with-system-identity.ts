import type { DataAzurermVirtualMachine } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-machine";
import type { Construct } from "constructs";
import { assignedRolesProblems, assignRole, assignRoles } from "../access/assign-roles";
import { refuseProps } from "../access/given";
import type { IdentityRoleBinding } from "../access/identity-role-binding";
import type { Role } from "../access/role";
import type { IManagedIdentity } from "../identity/managed-identity";
import { Vm } from "./vm";
import { vmPropsProblems } from "./vm-props-problems";
import type { VmWithSystemIdentityProps } from "./vm-with-system-identity-props";

const CHILDREN = ["Default", "nic", "public-ip", "principal-id-lookup", "principal-id-lookup-input"];

/**
 * A virtual machine with an identity of its own, which lives and dies with the machine, beside any user-assigned
 * ones. The machine itself is what roles are bound to.
 */
export class VmWithSystemIdentity extends Vm implements IManagedIdentity {
  /** The data source that the principal id comes from, with `principalIdLookupEnabled`. */
  public readonly principalIdLookup?: DataAzurermVirtualMachine;

  /** @throws when props contradict each other, or two of `roles` have one id: the message lists all of it */
  public constructor(scope: Construct, id: string, props: VmWithSystemIdentityProps) {
    const { roles = [], principalIdLookupEnabled, ...machine } = props ?? {};
    const problems = [...vmPropsProblems(machine), ...assignedRolesProblems(roles, CHILDREN)];
    refuseProps(scope, id, problems);
    super(scope, id, machine);
    if (principalIdLookupEnabled) this.principalIdLookup = lookupOf(this, props);
    assignRoles(this, roles, props.provider);
  }

  /** Object id of the machine's own identity. */
  public get principalId(): string {
    return this.principalIdLookup?.identity.get(0).principalId ?? this.resource.identity.principalId;
  }

  /** Entra tenant of the machine's own identity. */
  public get tenantId(): string {
    return this.principalIdLookup?.identity.get(0).tenantId ?? this.resource.identity.tenantId;
  }

  /**
   * Lets the machine's own identity do what a role allows, at a scope and below: a role binding with the id `id`
   * under this construct. For a scope in another stack that depends on this one, write
   * `new IdentityRoleBinding(...)` in that stack instead, or the two stacks depend on each other.
   */
  public assignRole(id: string, role: Role, scope: string): IdentityRoleBinding {
    return assignRole(this, { id, role, scope }, this.resource.provider);
  }

  /** @internal */
  protected override get _hasSystemIdentity(): boolean {
    return true;
  }
}

/** Loads the provider's class of the data source when a machine needs it. */
function lookupOf(vm: Vm, { provider }: VmWithSystemIdentityProps): DataAzurermVirtualMachine {
  const { createPrincipalIdLookup } =
    require("./principal-id-lookup") as typeof import("./principal-id-lookup");
  return createPrincipalIdLookup(vm, vm.resource, provider);
}
