import { builtInPermissions, type PermissionBlock } from "../../azure/role-permissions";
import type { Question } from "./question";
import { type AllowingRole, rolesAllowing } from "./roles-allowing";

/** Changed when a reader of the former version would misread the document. */
const ROLES_VERSION = 1;

/** What `roles --format json` writes; `docs/command.md` documents it. */
export type RolesDocument = ActionDocument | RoleDocument;

export interface ActionDocument {
  readonly schemaVersion: typeof ROLES_VERSION;
  readonly action: string;
  /** The built-in roles that allow it, the one with the fewest actions first. */
  readonly roles: readonly AllowingRole[];
}

export interface RoleDocument {
  readonly schemaVersion: typeof ROLES_VERSION;
  readonly name: string;
  readonly id: string;
  /** What one block leaves out another can give. */
  readonly permissions: readonly PermissionBlock[];
}

export function rolesDocument(question: Question): RolesDocument {
  if (question.kind === "action") {
    const { action } = question;
    return { schemaVersion: ROLES_VERSION, action, roles: rolesAllowing(action) };
  }
  const { name, id } = question;
  return { schemaVersion: ROLES_VERSION, name, id, permissions: builtInPermissions(id) ?? [] };
}
