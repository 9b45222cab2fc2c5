import fc from "fast-check";
import { nearest } from "../../lib/azure/nearest";

test("candidates come with the closest first, those as close by their names", () => {
  expect(nearest("reader", ["Readers", "Heater", "Leader", "Reader"], 4)).toEqual([
    "Reader",
    "Leader",
    "Readers",
    "Heater",
  ]);
});

test("no more than two come unless more are asked for", () => {
  const candidates = ["aa", "ab", "ac"];
  expect(nearest("ad", candidates)).toEqual(["aa", "ab"]);
  expect(nearest("ad", candidates, 1)).toEqual(["aa"]);
});

test.each([
  ["two letters in a short text", "cat", ["dot"], ["dot"]],
  ["three letters in a short text", "cat", ["dog"], []],
  ["four of twelve letters", "abcdefghijkl", ["abcdefghwxyz"], ["abcdefghwxyz"]],
  ["five of twelve letters", "abcdefghijkl", ["abcdefgvwxyz"], []],
  ["two letters more", "cat", ["catty"], ["catty"]],
  ["three letters more", "cat", ["cattle"], []],
  ["nothing to compare with", "cat", [], []],
])("%s: for %s, %j gives %j", (_, text, candidates, found) => {
  expect(nearest(text, candidates)).toEqual(found);
});

test("the case of letters makes no difference", () => {
  expect(nearest("READER", ["Reader"])).toEqual(["Reader"]);
});

const word = fc.string({ unit: fc.constantFrom("a", "b", "c", " "), minLength: 1, maxLength: 8 });

test("a text with one letter replaced, left out or added is near", () => {
  fc.assert(
    fc.property(word, fc.nat(7), fc.constantFrom("", "x"), fc.nat(1), (text, at, letter, removed) => {
      const start = at % text.length;
      const misspelt = text.slice(0, start) + letter + text.slice(start + removed);
      expect(nearest(misspelt, [text])).toEqual([text]);
    }),
    { numRuns: 200 },
  );
});

test("the text itself is always first among the candidates", () => {
  fc.assert(
    fc.property(word, fc.array(word), (text, others) => {
      expect(nearest(text, [...others, text])[0]).toBe(text);
    }),
    { numRuns: 200 },
  );
});
