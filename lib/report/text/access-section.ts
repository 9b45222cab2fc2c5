import { groupBy } from "../../model/group-by";
import { compare } from "../compare";
import type { ReportDocument } from "../document/report-document";
import { printable } from "./printable";
import { section } from "./section";
import { table } from "./table";
import { wrap } from "./wrap";

const HEADINGS = ["ROLE", "SCOPE", "BOUND BY"];
const INDENT = "  ";

/** Who may do what where, by principal; a membership of a group is a line too. */
export function accessSection({ access, memberships }: ReportDocument, width: number): string[] {
  const granted = access.map(({ principal, role, scope, path }) => ({ principal, row: [role, scope, path] }));
  const joined = memberships.map(({ member, group, path }) => ({
    principal: member,
    row: ["(member of group)", group, path],
  }));
  const rows = [...granted, ...joined].sort((a, b) => compare(a.principal, b.principal));
  if (rows.length === 0) return section("access", [], "no role is bound");

  const [headings = [], ...lines] = table([HEADINGS, ...rows.map(({ row }) => row)], width - INDENT.length);
  const placed = rows.map(({ principal }, at) => ({ principal, lines: lines[at] ?? [] }));
  const byPrincipal = [...groupBy(placed, ({ principal }) => principal)];
  return section("access", [
    ...headings.map((line) => INDENT + line),
    ...byPrincipal.flatMap(([principal, bound]) => [
      ...wrap(printable(principal), width),
      ...bound.flatMap((row) => row.lines.map((line) => INDENT + line)),
    ]),
  ]);
}
