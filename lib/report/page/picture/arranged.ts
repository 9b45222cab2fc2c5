import { groupBy } from "../../../model/group-by";
import { compare } from "../../compare";
import type { DraftRow } from "./draft-row";
import type { PictureLink } from "./picture";

export type DraftGroup = DraftRow["group"] & { readonly rows: readonly DraftRow[] };

/** Where a row is in its column, and where its group is. */
export interface Position {
  readonly row: number;
  readonly group: number;
}

/**
 * Rows of a column in groups, as near as may be to what they are linked with: in the order of the middles of that, and
 * by name where those are the same.
 */
export function arranged(
  rows: readonly DraftRow[],
  links: readonly PictureLink[],
  positions: ReadonlyMap<string, Position>,
): DraftGroup[] {
  const linked = linkedPositions(links, positions);
  const middleOf = (of: keyof Position, some: readonly DraftRow[]) =>
    mean(some.flatMap(({ id }) => linked.get(id) ?? []).map((position) => position[of]));
  const groups = [...groupBy(rows, ({ group }) => `${group.kind} ${group.name}`).values()].map((ofGroup) => ({
    ...(ofGroup[0] as DraftRow).group,
    middle: middleOf("group", ofGroup),
    rows: inOrder(ofGroup.map((row) => ({ ...row, middle: middleOf("row", [row]) }))).map(
      ({ middle: _, ...row }) => row,
    ),
  }));
  const isLast = (group: DraftGroup) => group.isLast ?? false;
  return [...inOrder(groups.filter((group) => !isLast(group))), ...groups.filter(isLast)].map(
    ({ middle: _, ...group }) => group,
  );
}

/** Positions of what each row is linked with, as far as that has one. */
function linkedPositions(
  links: readonly PictureLink[],
  positions: ReadonlyMap<string, Position>,
): Map<string, Position[]> {
  const linked = new Map<string, Position[]>();
  for (const { from, to } of links) {
    for (const [here, there] of [
      [from, to],
      [to, from],
    ] as const) {
      const position = positions.get(there);
      const known = linked.get(here);
      if (position && known) known.push(position);
      else if (position) linked.set(here, [position]);
    }
  }
  return linked;
}

/** Infinite for none, so that what is linked with nothing comes last. */
function mean(numbers: readonly number[]): number {
  if (numbers.length === 0) return Number.POSITIVE_INFINITY;
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function inOrder<T extends { readonly middle: number; readonly name: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (a.middle === b.middle ? compare(a.name, b.name) : a.middle - b.middle));
}
