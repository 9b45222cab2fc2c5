import { GUIDE_ROLES } from "../../azure/guide-roles";
import type { PermissionBlock } from "../../azure/role-permissions";
import { plural } from "../../report/document/summary";
import { table } from "../../report/text/table";
import type { AllowingRole } from "./roles-allowing";
import type { ActionDocument, RoleDocument, RolesDocument } from "./roles-document";

/** More roles than these are counted. */
const SHOWN = 20;

export function rolesText(document: RolesDocument): string {
  const lines = "action" in document ? actionLines(document) : roleLines(document);
  return `${lines.join("\n")}\n`;
}

function actionLines({ action, roles }: ActionDocument): string[] {
  if (roles.length === 0) return [`no built-in role allows ${action}`];
  const rows = roles
    .slice(0, SHOWN)
    .map((role) => [role.name, role.id, String(role.allows), allowedBy(action, role)]);
  const rest = roles.length - SHOWN;
  const named = roles.filter(({ id }) => GUIDE_ROLES.includes(id)).map(({ name }) => name);
  return [
    `${plural(roles.length, "built-in role")} ${roles.length === 1 ? "allows" : "allow"} ${action}, the least first`,
    "",
    // Columns as wide as they need to be: a GUID in two lines cannot be copied.
    ...table([["ROLE", "GUID", "ACTIONS", "ALLOWED BY"], ...rows], Number.POSITIVE_INFINITY).flat(),
    ...(rest > 0 ? [`and ${rest} more; --format json has them all`] : []),
    ...(named.length > 0 ? ["", `Azure's guides for those who deploy name ${named.join(", ")}`] : []),
  ];
}

function allowedBy(action: string, { pattern, isData, isConditional }: AllowingRole): string {
  return [
    pattern === action.toLowerCase() ? "the action itself" : pattern,
    ...(isData ? ["on data"] : []),
    ...(isConditional ? ["under a condition of the role"] : []),
  ].join(", ");
}

function roleLines({ name, id, permissions }: RoleDocument): string[] {
  const blocks = permissions.map(blockLines).filter((lines) => lines.length > 0);
  return [name, id, ...(blocks.length > 0 ? blocks.flat() : ["", "allows nothing"])];
}

function blockLines(block: PermissionBlock): string[] {
  const when = block.isConditional ? ", under a condition that is part of the role" : "";
  const list = (title: string, patterns: readonly string[]) =>
    patterns.length > 0 ? ["", title, ...patterns.map((pattern) => `  ${pattern}`)] : [];
  return [
    ...list(`allows${when}`, block.actions),
    ...list("but not", block.notActions),
    ...list(`allows on data${when}`, block.dataActions),
    ...list("but not on data", block.notDataActions),
  ];
}
