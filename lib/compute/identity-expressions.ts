/** Expressions of Terraform for the `identity` of a machine that has identities of others too. */

export const BOTH = "SystemAssigned, UserAssigned";

/** What is asked of the machine as it is: names of outputs, and where they are in the answer. */
export const EXPORTED = {
  id: "id",
  type: "identity.type",
  ids: "keys(identity.userAssignedIdentities || `{}`)",
  principalId: "identity.principalId",
  tenantId: "identity.tenantId",
} as const;

/** Whether the machine has a kind of identity. @param present expression of the exported values */
export function has(present: string, kind: "SystemAssigned" | "UserAssigned"): string {
  return `strcontains(coalesce(${present}.type, "None"), "${kind}")`;
}

/** Ids in lower case, as Azure ignores their case and answers with any. */
function lowered(ids: readonly string[]): string {
  return `[${ids.map((id) => `lower(${id})`).join(", ")}]`;
}

/** Those that a request attached and that the machine, looked at afterwards, lacks. @param body what was sent */
export function lost(body: string): string {
  const attached = `[for id, each in ${body}.identity.userAssignedIdentities : lower(id) if each != null]`;
  return `setsubtract(${attached}, [for id in self.output.ids : lower(id)])`;
}

/** Whether the machine has user-assigned identities beside those of `ids`. */
function hasOthers(present: string, ids: readonly string[]): string {
  if (ids.length === 0) return `length(${present}.ids) > 0`;
  return `length(setsubtract([for id in ${present}.ids : lower(id)], ${lowered(ids)})) > 0`;
}

/** The type with user-assigned identities, where it is an expression whether the machine has one of its own. */
export function typeWithUsers(system: string | boolean): string {
  if (typeof system === "boolean") return `"${system ? BOTH : "UserAssigned"}"`;
  return `${system} ? "${BOTH}" : "UserAssigned"`;
}

function typeWithoutUsers(system: string | boolean): string {
  if (typeof system === "boolean") return `"${system ? "SystemAssigned" : "None"}"`;
  return `${system} ? "SystemAssigned" : "None"`;
}

/**
 * The `identity` of a request that takes user-assigned identities away. Azure takes null in the map where others stay;
 * where none does, the type alone says so. Source: Azure, Configure managed identities on Azure VMs using REST API calls.
 *
 * The two are different objects, which a conditional refuses and a choice from a list does not.
 */
export function withoutUsers(
  present: string,
  taken: readonly string[],
  ours: readonly string[],
  system: string | boolean,
): string {
  const map = taken.map((id) => `(${id}) = null`).join(", ");
  const users = taken.length > 0 ? `, userAssignedIdentities = { ${map} }` : "";
  const some = `{ type = ${typeWithUsers(system)}${users} }`;
  const none = `{ type = ${typeWithoutUsers(system)} }`;
  return `[${some}, ${none}][${hasOthers(present, ours)} ? 0 : 1]`;
}
