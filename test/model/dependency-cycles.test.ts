import * as fc from "fast-check";
import { pathTo } from "../../lib/model/dependencies";
import { dependencyCycles } from "../../lib/model/dependency-cycles";
import type { Entry } from "../../lib/model/entry";
import { entryAt, type Model } from "../../lib/model/model";
import { modelOf } from "./source";

function modelWith(pairs: readonly (readonly [number, number])[], size: number): Model {
  const of = (at: number) => pairs.filter(([from]) => from === at).map(([, to]) => `azurerm_thing.n${to}`);
  const things = Array.from({ length: size }, (_, at) => [`n${at}`, { depends_on: of(at) }]);
  return modelOf({ resource: { azurerm_thing: Object.fromEntries(things) } });
}

const entry = (model: Model, at: number) => entryAt(model, "app", `azurerm_thing.n${at}`) as Entry;

test("two entries have one number exactly where each waits for the other", () => {
  const size = 7;
  const edges = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 14 });
  fc.assert(
    fc.property(edges, (pairs) => {
      const model = modelWith(pairs, size);
      const cycles = dependencyCycles(model, model.entries);
      for (const one of model.entries) {
        for (const other of model.entries) {
          const together = pathTo(model, one, other) && pathTo(model, other, one);
          expect(cycles.get(one) === cycles.get(other)).toBe(together !== undefined);
        }
      }
    }),
  );
});

test("what no root waits for has no number", () => {
  const model = modelWith([[0, 1]], 3);
  const cycles = dependencyCycles(model, [entry(model, 0)]);
  expect([0, 1, 2].map((at) => cycles.has(entry(model, at)))).toEqual([true, true, false]);
});

test("thousands in a row, and in a ring, are no matter", () => {
  const size = 20_000;
  const things = (end: number) =>
    Object.fromEntries(
      Array.from({ length: size }, (_, at) => [
        `n${at}`,
        { depends_on: [`azurerm_thing.n${at + 1 < size ? at + 1 : end}`] },
      ]),
    );
  const numbers = (end: number) => {
    const model = modelOf({ resource: { azurerm_thing: things(end) } });
    return new Set(dependencyCycles(model, model.entries).values()).size;
  };
  expect(numbers(size)).toBe(size);
  expect(numbers(0)).toBe(1);
});
