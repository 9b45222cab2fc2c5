import type { TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import type { IManagedIdentity } from "../identity/managed-identity";
import type { AssignedRole } from "./assigned-role";
import { kindProblem, LIST } from "./given";
import { IdentityRoleBinding } from "./identity-role-binding";

/** Binds a role to an identity, as a child of it. */
export function assignRole(
  identity: Construct & IManagedIdentity,
  { id, ...role }: AssignedRole,
  provider: TerraformProvider | undefined,
): IdentityRoleBinding {
  return new IdentityRoleBinding(identity, id, { ...role, identity, ...(provider ? { provider } : {}) });
}

/** Binds several, each under its own id: the order of the list says nothing. */
export function assignRoles(
  identity: Construct & IManagedIdentity,
  roles: readonly AssignedRole[],
  provider: TerraformProvider | undefined,
): void {
  for (const role of roles) assignRole(identity, role, provider);
}

/** Why roles cannot be children of a construct that has others already, each with the fix. */
export function assignedRolesProblems(roles: readonly AssignedRole[], taken: readonly string[]): string[] {
  const problems = kindProblem("roles", roles, LIST);
  if (problems.length > 0) return problems;
  const used = new Map(taken.map((id) => [id, "the construct itself"]));
  return roles.flatMap((role: AssignedRole | undefined, at) => {
    const id = role?.id;
    const place = `role ${at + 1} of roles`;
    if (!id) return [`${place} has no id: allowed is any text; name what it is for, such as "blobs"`];
    const other = used.get(id);
    used.set(id, other ?? place);
    if (!other) return [];
    return [`${place} has the id "${id}", which ${other} uses: allowed is each id once; give it another one`];
  });
}
