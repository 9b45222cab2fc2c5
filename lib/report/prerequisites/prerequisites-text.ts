import { groupBy } from "../../model/group-by";
import { printable } from "../text/printable";
import { indented, indentedTable } from "../text/section";
import { headline, notes, roleWithLimit, withoutRoles } from "./deployer-words";
import type { DeployerReport } from "./prerequisites-report";
import type { NeededActions, ResourceNeeds } from "./resource-needs";

const INDENT = "  ";

/** What deployers need, for a terminal: plain text. Ids stand in one line however long they are: people copy them. */
export function prerequisitesText(deployers: readonly DeployerReport[], width: number): string {
  return `${deployers.map((one) => deployerLines(one, width).join("\n")).join("\n\n\n")}\n`;
}

function deployerLines({ needs, resources }: DeployerReport, width: number): string[] {
  const byScope = groupBy(needs.roles, ({ scope }) => scope);
  return [
    printable(`What ${headline(needs)} needs`),
    ...(byScope.size === 0 ? ["", `${INDENT}${withoutRoles(needs)}`] : []),
    ...[...byScope].flatMap(([scope, roles]) => [
      "",
      `${INDENT}at ${printable(scope)}`,
      ...roles.flatMap((role) => indented(roleWithLimit(role), width, 2)),
    ]),
    ...notes(needs).flatMap((note) => ["", ...indented(note, width)]),
    ...resources.flatMap((resource) => ["", ...resourceLines(resource, width)]),
  ];
}

function resourceLines({ path, address, actions }: ResourceNeeds, width: number): string[] {
  const byScope = groupBy(actions, ({ scope = "" }) => scope);
  return [
    printable(`${path}  (${address})`),
    ...[...byScope].flatMap(([scope, same]) => [
      ...(scope === "" ? [] : [`${INDENT}at ${printable(scope)}`]),
      ...indentedTable(rowsOf(same), width - INDENT.length).map((line) => INDENT + line),
    ]),
  ];
}

/** Verdict, actions and reason; a column that says nothing in any row is left out. */
function rowsOf(same: readonly NeededActions[]): string[][] {
  const rows = same.map(({ status = "", actions = "", reason = "" }) => [status, actions, reason]);
  return rows.map((row) => row.filter((_, at) => rows.some((other) => other[at] !== "")));
}
