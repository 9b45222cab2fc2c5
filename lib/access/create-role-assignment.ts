import type { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { deferredString, once } from "../synth/deferred";
import { own } from "../synth/marks";
import type { PrincipalType } from "./condition";
import { LateRoleAssignment } from "./late-role-assignment";
import type { IPrincipal, Principal } from "./principal";
import { givenRole, lateRole } from "./role-argument";
import type { RoleBindingOptions } from "./role-binding-options";

/** Makes the role assignment of a binding, as its main child. */
export function createRoleAssignment(
  owner: Construct,
  principal: IPrincipal,
  principalType: PrincipalType,
  { role, ...assignment }: RoleBindingOptions,
): RoleAssignment {
  return own(
    new LateRoleAssignment(
      owner,
      "Default",
      {
        ...assignment,
        ...(assignment.condition === undefined ? {} : { conditionVersion: "2.0" }),
        principalType,
        ...givenRole(role),
      },
      { principalId: once(() => principalIdOf(owner, principal)), ...lateRole(owner, role) },
    ),
  );
}

/** Plain text where the principal knows it, which is cheaper than a token. */
export function principalIdOf(owner: Construct, principal: IPrincipal): string {
  const { _plainPrincipalId } = principal as Partial<Principal>;
  const plain = _plainPrincipalId?.call(principal, TerraformStack.of(owner));
  return (
    plain ??
    deferredString(
      owner,
      once(() => principal.principalId),
    )
  );
}
