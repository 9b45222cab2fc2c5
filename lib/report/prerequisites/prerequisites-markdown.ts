import { type Block, tableBlock } from "../markdown/block";
import { comment } from "../markdown/comment";
import { code, prose } from "../markdown/escape";
import { headline, limitText, notes, withoutRoles } from "./deployer-words";
import type { DeployerReport } from "./prerequisites-report";
import type { ResourceNeeds } from "./resource-needs";

/** What deployers need, for a comment on a pull request: the operations are folded away. */
export function prerequisitesMarkdown(deployers: readonly DeployerReport[]): string {
  return comment(deployers.flatMap(blocksOf));
}

function blocksOf({ needs, resources }: DeployerReport): Block[] {
  const roles = needs.roles.map(({ role, scope, limit }) => [
    prose(role),
    code(scope),
    prose(limitText(limit)),
  ]);
  const nothing = roles.length === 0 ? `${withoutRoles(needs)}\n\n` : "";
  return [
    { start: `### What ${prose(headline(needs))} needs\n\n${nothing}`, rows: [], end: "" },
    ...shortBlock("Roles", ["role", "scope", "may assign"], roles, false),
    { start: "", rows: notes(needs).map((note) => `- ${prose(note)}\n`), end: "\n" },
    ...shortBlock("Operations", OPERATION, resources.flatMap(operationRows), true),
  ];
}

const OPERATION = ["resource", "actions", "scope", "verdict", "reason"];

function operationRows({ address, actions }: ResourceNeeds): string[][] {
  return actions.map(({ status = "", actions: asked = "", scope = "", reason = "" }) => [
    code(address),
    code(asked),
    code(scope),
    status,
    prose(reason),
  ]);
}

/** A table without the columns that say nothing in any row. */
function shortBlock(
  title: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  isFolded: boolean,
): Block[] {
  const isUsed = (at: number) => rows.some((row) => row[at] !== "");
  const used = (row: readonly string[]) => row.filter((_, at) => isUsed(at));
  return tableBlock(title, used(headings), rows.map(used), isFolded);
}
