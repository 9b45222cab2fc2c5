import { isGuid } from "../../../../model/arm-id";
import { Refusal } from "../../provider/behaviour";
import type { ObjectValue } from "../../provider/value";
import { refuse } from "../refuse";
import type { Azure } from "../store/azure";
import { lastName, parentOf, sameId } from "../store/ids";
import { text } from "../values";
import { guidOf, isAssignable, type Role, roleByGuid, roleByName } from "./roles";

/** The role that an assignment means. @throws Refusal */
export function requireRole(azure: Azure, planned: ObjectValue, scope: string): Role {
  const name = text(planned.role_definition_name);
  const id = text(planned.role_definition_id) ?? "";
  if (id === "" && name !== undefined) {
    const role = roleByName(azure, name, scope);
    if (!role) throw new Refusal(`listing role definitions: could not find role \`${name}\``);
    return role;
  }
  const guid = guidOf(id);
  if (guid === undefined) refuse(400, "BadRequestFormat", "The request was incorrectly formatted.");
  const role = roleByGuid(azure, guid);
  if (!role) {
    refuse(
      404,
      "RoleDefinitionDoesNotExist",
      `The specified role definition with ID '${guid.replaceAll("-", "")}' does not exist.`,
    );
  }
  if (!isAssignable(role, scope)) {
    refuse(
      400,
      "RoleAssignmentScopeNotAssignableToRoleDefinition",
      `The scope '${scope}' is not assignable for the role definition '${guid}'.`,
    );
  }
  return role;
}

/**
 * Azure parses a condition before it takes it. Of its form only this is known here: what is opened is closed again, and
 * what a backslash does is not. Source: Azure, Troubleshoot Azure role assignment conditions.
 *
 * @throws Refusal
 */
export function requireClosed(condition = ""): void {
  if (condition.includes("\\")) return;
  let rest = condition.replace(/'[^']*'/g, "");
  let before: string;
  do {
    before = rest;
    rest = rest.replace(/\([^()[\]{}']*\)|\[[^()[\]{}']*\]|\{[^()[\]{}']*\}/g, "");
  } while (rest !== before);
  if (/[()[\]{}']/.test(rest) || Buffer.byteLength(condition) > 8192) {
    refuse(400, "BadRequest", "The given role assignment condition is invalid.");
  }
}

/**
 * The type of the principal that an assignment means. azurerm tries again for half an hour before it shows that there
 * is none. Source: Azure, Troubleshoot Azure RBAC (PrincipalNotFound).
 *
 * @throws Refusal
 */
export function requirePrincipal(azure: Azure, planned: ObjectValue): string {
  const id = text(planned.principal_id) ?? "";
  if (!isGuid(id)) {
    refuse(400, "InvalidPrincipalId", "A valid principal ID must be provided for role assignment.");
  }
  const principal = azure.principals.find(id);
  if (!principal) {
    refuse(
      400,
      "PrincipalNotFound",
      `Principal ${id.replaceAll("-", "")} does not exist in the directory ${azure.tenantId}. Check that you have the correct principal ID. If you are creating this principal and then immediately assigning a role, this error might be related to a replication delay. In this case, set the role assignment principalType property to a value, such as ServicePrincipal, User, or Group. See https://aka.ms/docs-principaltype`,
    );
  }
  const checked = planned.skip_service_principal_aad_check === true ? "ServicePrincipal" : undefined;
  const claimed = text(planned.principal_type) ?? checked;
  if (claimed && principal.type && claimed !== principal.type) {
    refuse(
      400,
      "UnmatchedPrincipalType",
      `The PrincipalId '${id.replaceAll("-", "")}' has type '${principal.type}' , which is different from specified PrinciaplType '${claimed}'.`,
    );
  }
  return claimed ?? principal.type ?? "User";
}

const ASSIGNMENT = /\/providers\/microsoft\.authorization\/roleassignments\/[^/]+$/i;

/** One role for one principal at one scope, once. Source: Azure, Troubleshoot Azure RBAC. @throws Refusal */
export function requireNoTwin(azure: Azure, scope: string, role: string, principal: string): void {
  const twin = azure
    .all()
    .find(
      ({ id, state }) =>
        ASSIGNMENT.test(id) &&
        sameId(parentOf(id) ?? "/", scope) &&
        guidOf(text(state?.role_definition_id) ?? "") === role &&
        text(state?.principal_id)?.toLowerCase() === principal.toLowerCase(),
    );
  if (!twin) return;
  refuse(
    409,
    "RoleAssignmentExists",
    `The role assignment already exists. The ID of the conflicting role assignment is ${lastName(twin.id).replaceAll("-", "")}.`,
  );
}

/** Assignments of a role. */
export function assignmentsOf(azure: Azure, role: string): string[] {
  return azure
    .all()
    .filter(({ id, state }) => ASSIGNMENT.test(id) && guidOf(text(state?.role_definition_id) ?? "") === role)
    .map(({ id }) => id);
}
