import { visitTexts } from "../../lib/model/texts";

function textsOf(json: unknown): string[] {
  const texts: string[] = [];
  visitTexts(json, (text) => texts.push(text));
  return texts;
}

test("strings and keys are shown at any depth, in the order in which they stand", () => {
  expect(textsOf({ a: "b", c: [{ d: "e" }, "f", ["g"]] })).toEqual(["a", "b", "c", "d", "e", "f", "g"]);
});

test("numbers, booleans and null are no texts", () => {
  expect(textsOf({ a: 1, b: true, c: null, d: undefined })).toEqual(["a", "b", "c", "d"]);
});

test("comments are left out", () => {
  expect(textsOf({ "//": { metadata: { path: "x" } }, a: { "//": "y", b: "z" } })).toEqual(["a", "b", "z"]);
});
