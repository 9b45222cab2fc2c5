import type { ReportDocument } from "../document/report-document";
import { type Block, tableBlock } from "./block";
import { code } from "./escape";

/** Who may do what where, and which identities become members of groups. */
export function accessBlocks({ access, memberships }: ReportDocument): Block[] {
  return [
    ...tableBlock(
      `Access: ${access.length}`,
      ["who", "role", "scope"],
      access.map(({ principal, role, scope, path }) => [
        code(principal),
        `${code(role)}<br>by ${code(path)}`,
        code(scope),
      ]),
    ),
    ...tableBlock(
      `Group memberships: ${memberships.length}`,
      ["who", "group"],
      memberships.map(({ member, group, path }) => [code(member), `${code(group)}<br>by ${code(path)}`]),
    ),
  ];
}
