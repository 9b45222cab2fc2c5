import { BOTH, has, typeWithUsers, withoutUsers } from "./identity-expressions";

/** What is asked of a machine, with ids as tokens. */
export interface IdentityRequest {
  readonly isSystem: boolean;
  readonly disableOnDestroy?: boolean;
  readonly attached: readonly string[];
  readonly detached: readonly string[];
  /** Writes a value that Terraform works out, from what the machine has and from ids as expressions. */
  readonly inTerraform: (write: (present: string, expression: (id: string) => string) => string) => string;
}

/** The `identity` of the request at apply. */
export function identityOnApply({ isSystem, attached, detached, inTerraform }: IdentityRequest): unknown {
  if (attached.length > 0) {
    // HCL of cdktf has no null inside an object.
    const users = [...attached.map((id) => [id, {}]), ...detached.map((id) => [id, "${null}"])];
    const type = isSystem ? BOTH : inTerraform((present) => typeWithUsers(has(present, "SystemAssigned")));
    return { type, userAssignedIdentities: Object.fromEntries(users) };
  }
  if (detached.length === 0) {
    const type = (present: string) => `${has(present, "UserAssigned")} ? "${BOTH}" : "SystemAssigned"`;
    return { type: inTerraform(type) };
  }
  return inTerraform((present, expression) => {
    const ids = detached.map(expression);
    return withoutUsers(present, ids, ids, true);
  });
}

/** The `identity` of the request at destroy; `undefined` where all stays as it is. */
export function identityOnDestroy(request: IdentityRequest): string | undefined {
  const { isSystem, disableOnDestroy, attached, detached, inTerraform } = request;
  if (attached.length === 0 && !disableOnDestroy) return undefined;
  return inTerraform((present, expression) => {
    const system = isSystem ? !disableOnDestroy : has(present, "SystemAssigned");
    return withoutUsers(
      present,
      attached.map(expression),
      [...attached, ...detached].map(expression),
      system,
    );
  });
}
