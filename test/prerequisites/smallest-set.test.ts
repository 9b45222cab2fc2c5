import fc from "fast-check";
import { smallestSet } from "../../lib/prerequisites/smallest-set";

const candidates = fc.array(fc.uniqueArray(fc.nat(7)), { maxLength: 7 });
const covers = (set: readonly number[][], asked: readonly number[]) =>
  asked.every((one) => set.some((candidate) => candidate.includes(one)));

test("the set covers what is asked for, and no smaller one does", () => {
  fc.assert(
    fc.property(candidates, (given) => {
      const asked = [...new Set(given.flat())];
      const found = smallestSet(given, asked, (candidate, one) => candidate.includes(one));
      const subsets = Array.from({ length: 2 ** given.length }, (_, bits) =>
        given.filter((_, at) => (bits >> at) & 1),
      );
      expect(covers(found, asked)).toBe(true);
      expect(subsets.filter((set) => set.length < found.length && covers(set, asked))).toEqual([]);
    }),
  );
});

test("of as few the ones that come first are taken", () => {
  expect(
    smallestSet([[1], [1, 2], [2, 1], [2]], [1, 2], (candidate, one) => candidate.includes(one)),
  ).toEqual([[1, 2]]);
});
