import type { DataAzurermVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-machine-scale-set";
import type { Construct } from "constructs";
import { assignedRolesProblems, assignRole, assignRoles } from "../access/assign-roles";
import { refuseProps } from "../access/given";
import type { IdentityRoleBinding } from "../access/identity-role-binding";
import type { Role } from "../access/role";
import type { IManagedIdentity } from "../identity/managed-identity";
import { ScaleSet } from "./scale-set";
import { uniformProblems } from "./scale-set-problems";
import type { ScaleSetWithSystemIdentityProps } from "./scale-set-with-system-identity-props";

const CHILDREN = ["Default", "principal-id-lookup", "principal-id-lookup-input"];

/**
 * A scale set with one identity of its own, which all its machines share and which lives and dies with the scale set,
 * beside any user-assigned ones. The scale set itself is what roles are bound to.
 */
export class ScaleSetWithSystemIdentity extends ScaleSet implements IManagedIdentity {
  /** The data source that the principal id comes from, with `principalIdLookupEnabled`. */
  public readonly principalIdLookup?: DataAzurermVirtualMachineScaleSet;

  /** @throws when props contradict each other, or two of `roles` have one id: the message lists all of it */
  public constructor(scope: Construct, id: string, props: ScaleSetWithSystemIdentityProps) {
    const { roles = [], principalIdLookupEnabled, ...scaleSet } = props ?? {};
    const problems = [...uniformProblems(scaleSet), ...assignedRolesProblems(roles, CHILDREN)];
    refuseProps(scope, id, problems);
    super(scope, id, scaleSet);
    if (principalIdLookupEnabled) this.principalIdLookup = lookupOf(this, props);
    assignRoles(this, roles, props.provider);
  }

  /** Object id of the scale set's own identity. */
  public get principalId(): string {
    return this.principalIdLookup?.identity.get(0).principalId ?? this.resource.identity.principalId;
  }

  /** Entra tenant of the scale set's own identity. */
  public get tenantId(): string {
    return this.principalIdLookup?.identity.get(0).tenantId ?? this.resource.identity.tenantId;
  }

  /**
   * Lets the scale set's own identity do what a role allows, at a scope and below: a role binding with the id `id`
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

/** Loads the provider's class of the data source when a scale set needs it. */
function lookupOf(
  scaleSet: ScaleSet,
  { provider }: ScaleSetWithSystemIdentityProps,
): DataAzurermVirtualMachineScaleSet {
  const { createScaleSetPrincipalIdLookup } =
    require("./scale-set-principal-id-lookup") as typeof import("./scale-set-principal-id-lookup");
  return createScaleSetPrincipalIdLookup(scaleSet, scaleSet.resource, provider);
}
