import type { DocumentFinding } from "../../document/report-document";
import type { IdentityGraph } from "../../graph/identity-graph";
import { arranged, type DraftGroup, type Position } from "./arranged";
import { columnsOf } from "./columns";
import type { Column } from "./draft-row";
import { grantRows } from "./grant-rows";
import { marksOf } from "./marks";
import { nodeRows } from "./node-rows";
import type { Picture, PictureLink } from "./picture";

/** Identities first, as the other columns are arranged by them. */
const ARRANGED: readonly Column[] = ["identity", "role", "source"];

/** A graph in columns, in which each link goes to the right but that of a member to its group. */
export function pictureOf(graph: IdentityGraph, findings: readonly DocumentFinding[]): Picture {
  const markOf = marksOf(findings);
  const grants = grantRows(graph, markOf);
  const rows = [...nodeRows(graph, markOf), ...grants.map(({ row }) => row)];
  const grantOf = new Map(grants.flatMap(({ row, edges }) => edges.map(({ id }) => [id, row.id])));
  const links = linksOf(graph, grantOf);

  const positions = new Map<string, Position>();
  const groups = new Map<Column, readonly DraftGroup[]>();
  for (const column of ARRANGED) {
    const ofColumn = arranged(
      rows.filter((row) => row.column === column),
      links,
      positions,
    );
    for (const [row, { id, group }] of ofColumn.flatMap(withPlaceOfGroup).entries())
      positions.set(id, { row, group });
    groups.set(column, ofColumn);
  }
  return { columns: columnsOf(groups), links };
}

/** A role ends at the row of all who have it at its scope. */
function linksOf({ edges }: IdentityGraph, grantOf: ReadonlyMap<string, string>): PictureLink[] {
  return edges.map(({ id, from, to, kind, path }) => ({ from, to: grantOf.get(id) ?? to, kind, path }));
}

function withPlaceOfGroup(
  { rows }: DraftGroup,
  group: number,
): { readonly id: string; readonly group: number }[] {
  return rows.map(({ id }) => ({ id, group }));
}
