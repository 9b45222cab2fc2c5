import fc from "fast-check";
import { type Drawable, foldedAtFirst, layOut, SIZES } from "../../../lib/report/page/picture/layout";

interface Case {
  readonly picture: Drawable;
  readonly folded: ReadonlySet<string>;
  readonly shown: ReadonlySet<string>;
}

/** Pictures of up to four columns, with links inside of each and to the right, some groups folded and some rows hidden. */
const CASES: fc.Arbitrary<Case> = fc
  .array(fc.array(fc.nat(8), { maxLength: 6 }), { minLength: 1, maxLength: 4 })
  .chain((sizes) => {
    const columns = sizes.map((groups, column) => ({
      x: column * 300,
      width: 200,
      groups: groups.map((rows, group) => ({
        id: `g${column}-${group}`,
        rows: Array.from({ length: rows }, (_, row) => ({ id: `r${column}-${group}-${row}` })),
      })),
    }));
    const groups = columns.flatMap((column) => column.groups.map(({ id }) => id));
    const rows = columns.flatMap((column) =>
      column.groups.flatMap((group) => group.rows.map(({ id }) => id)),
    );
    const pairs = rows.flatMap((from) =>
      rows.filter((to) => to !== from && Number(to[1]) >= Number(from[1])).map((to) => ({ from, to })),
    );
    return fc.record({
      picture: fc.subarray(pairs).map((links) => ({
        columns,
        links: links.map((link) => ({ ...link, kind: "role" as const, path: "app" })),
      })),
      folded: fc.subarray(groups).map((some) => new Set(some)),
      shown: fc.subarray(rows).map((some) => new Set(some)),
    });
  });

function each(check: (one: Case & { readonly layout: ReturnType<typeof layOut> }) => void): void {
  fc.assert(
    fc.property(CASES, (one) => {
      check({ ...one, layout: layOut(one.picture, one.folded, (row) => one.shown.has(row)) });
    }),
    { numRuns: 200 },
  );
}

test("rows that are shown have a place in their open group, one below the other", () => {
  each(({ picture, folded, shown, layout }) => {
    for (const { id, rows } of picture.columns.flatMap(({ groups }) => groups)) {
      const here = rows.filter((row) => shown.has(row.id));
      const place = layout.groups.get(id);
      expect(place !== undefined).toBe(here.length > 0);
      const tops = here.flatMap((row) => layout.rows.get(row.id) ?? []);
      expect(tops).toHaveLength(folded.has(id) ? 0 : here.length);
      let least = (place?.y ?? 0) + SIZES.header;
      for (const top of tops) {
        expect(top).toBeGreaterThanOrEqual(least);
        least = top + SIZES.row;
      }
      if (tops.length > 0) expect(least).toBeLessThanOrEqual((place?.y ?? 0) + (place?.height ?? 0));
    }
  });
});

test("groups of a column do not overlap, keep their order, and lie within the height", () => {
  each(({ picture, layout }) => {
    for (const { groups } of picture.columns) {
      let least = 0;
      for (const { y, height } of groups.flatMap(({ id }) => layout.groups.get(id) ?? [])) {
        expect(y).toBeGreaterThan(least);
        least = y + height;
      }
      expect(least).toBeLessThanOrEqual(layout.height);
    }
  });
});

test("each link between two rows that are shown is part of one line, which ends at the rows or at their folded groups", () => {
  each(({ picture, folded, shown, layout }) => {
    const groupOf = new Map(
      picture.columns.flatMap(({ groups }) =>
        groups.flatMap(({ id, rows }) => rows.map((row) => [row.id, id] as const)),
      ),
    );
    const endOf = (row: string) => (folded.has(groupOf.get(row) ?? "") ? groupOf.get(row) : row);
    const wanted = picture.links
      .filter(({ from, to }) => shown.has(from) && shown.has(to) && endOf(from) !== endOf(to))
      .map(({ from, to }) => `${endOf(from)} ${endOf(to)}`);
    const drawn = layout.curves.map(({ from, to }) => `${from} ${to}`);
    expect([...drawn].sort()).toEqual([...new Set(wanted)].sort());
  });
});

test("with more rows than can be looked over, all groups begin folded", () => {
  const columns = [
    {
      x: 0,
      width: 100,
      groups: [{ id: "g", rows: Array.from({ length: 61 }, (_, at) => ({ id: `r${at}` })) }],
    },
  ];
  expect([...foldedAtFirst({ columns }, () => true)]).toEqual(["g"]);
  expect([...foldedAtFirst({ columns }, (row) => row !== "r0")]).toEqual([]);
});

test("a folded group stands beside what it is linked with", () => {
  const group = (id: string) => ({ id, rows: [{ id: `${id}-row` }] });
  const left = { x: 0, width: 100, groups: [group("a"), group("b")] };
  const right = { x: 200, width: 100, groups: ["c", "d", "e", "f", "g", "h"].map(group) };
  const links = [
    ["a", "c"],
    ["a", "e"],
    ["b", "h"],
  ].map(([from, to]) => ({ from: `${from}-row`, to: `${to}-row`, kind: "role" as const, path: "app" }));
  const ids = ["a", "b", ...right.groups.map(({ id }) => id)];
  const { groups } = layOut({ columns: [left, right], links }, new Set(ids), () => true);
  expect(groups.get("a")?.y).toBe(groups.get("d")?.y);
  expect(groups.get("b")?.y).toBe(groups.get("h")?.y);
});
