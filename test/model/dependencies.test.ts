import * as fc from "fast-check";
import { dependenciesOf, pathTo } from "../../lib/model/dependencies";
import type { Entry } from "../../lib/model/entry";
import { entryAt, type Model } from "../../lib/model/model";
import { modelOf } from "./source";

function entry(model: Model, name: string): Entry {
  return entryAt(model, "app", `azurerm_thing.${name}`) as Entry;
}

function names(entries: readonly Entry[] | undefined): string[] | undefined {
  return entries?.map(({ address }) => address.replace("azurerm_thing.", ""));
}

test("references anywhere in an element count, in keys and functions too, and what depends_on names", () => {
  const model = modelOf({
    resource: {
      azurerm_thing: {
        a: {
          plain: "${azurerm_thing.b.id}",
          blocks: [{ text: 'x-${join("", [azurerm_thing.c[0].id, data.azurerm_client_config.me.id])}' }],
          map: { "${azurerm_thing.d.id}": {} },
          depends_on: ["azurerm_thing.e"],
          lifecycle: { replace_triggered_by: ["azurerm_thing.f.id"], ignore_changes: ["azurerm_thing.g"] },
          "//": { metadata: { path: "${azurerm_thing.g.id}" } },
          text: "azurerm_thing.g",
        },
        ...Object.fromEntries(["b", "c", "d", "e", "f", "g"].map((name) => [name, {}])),
      },
    },
    data: { azurerm_client_config: { me: {} } },
  });
  expect(names(dependenciesOf(model, entry(model, "a")))?.sort()).toEqual(
    ["b", "c", "d", "data.azurerm_client_config.me", "e", "f"].sort(),
  );
});

test("an element that is nowhere, and text that is no expression, are no dependency", () => {
  const model = modelOf({
    resource: { azurerm_thing: { a: { x: "${azurerm_thing.nowhere.id}", y: "${var.b}" } } },
  });
  expect(dependenciesOf(model, entry(model, "a"))).toEqual([]);
});

test.each([
  ["words beside an expression", "for ${var.team}; azurerm_thing.b comes after this one", false],
  ["words in quotes in an expression", '${format("%s", "azurerm_thing.b")}', false],
  ["words after quotes that were escaped", '${format("\\"%s", "azurerm_thing.b")}', false],
  ["an escaped expression", "for $${azurerm_thing.b.id} and ${var.team}", false],
  ["an escaped expression in quotes", '${upper("$${azurerm_thing.b.id}")}', false],
  ["words between directives", "%{ if var.on }azurerm_thing.b%{ endif }", false],
  ["braces that begin nothing", "{azurerm_thing.b.id}", false],
  ["an expression beside words", "for azurerm_thing.x; ${azurerm_thing.b.id}", true],
  ["an expression in quotes", '${upper("for ${azurerm_thing.b.id}")}', true],
  ["an expression after quotes", '${join("-", azurerm_thing.b["x.y"].names)}', true],
  ["a directive", "%{ if azurerm_thing.b.on }x%{ endif }", true],
  ["an expression between directives", "%{ if var.on }${azurerm_thing.b.id}%{ endif }", true],
])("%s", (_, text, isDependency) => {
  const model = modelOf({ resource: { azurerm_thing: { a: { text }, b: {} } } });
  expect(names(dependenciesOf(model, entry(model, "a")))).toEqual(isDependency ? ["b"] : []);
});

test("the way from one to another is the shortest one, and ends in a cycle", () => {
  const model = modelOf({
    resource: {
      azurerm_thing: {
        a: { depends_on: ["azurerm_thing.b", "azurerm_thing.c"] },
        b: { depends_on: ["azurerm_thing.c"] },
        c: { depends_on: ["azurerm_thing.d"] },
        d: { depends_on: ["azurerm_thing.a"] },
        e: {},
      },
    },
  });
  const path = (from: string, to: string) => names(pathTo(model, entry(model, from), entry(model, to)));
  expect(path("a", "d")).toEqual(["a", "c", "d"]);
  expect(path("d", "c")).toEqual(["d", "a", "c"]);
  expect(path("a", "a")).toEqual(["a"]);
  expect(path("a", "e")).toBeUndefined();
});

test("there is a way exactly where one can go from step to step", () => {
  const size = 6;
  const edges = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 10 });
  fc.assert(
    fc.property(edges, (pairs) => {
      const of = (at: number) =>
        pairs.filter(([from]) => from === at).map(([, to]) => `azurerm_thing.n${to}`);
      const things = Array.from({ length: size }, (_, at) => [`n${at}`, { depends_on: of(at) }]);
      const model = modelOf({ resource: { azurerm_thing: Object.fromEntries(things) } });
      const reached = new Set([0]);
      for (let round = 0; round < size; round++) {
        for (const [from, to] of pairs) if (reached.has(from)) reached.add(to);
      }
      for (let at = 0; at < size; at++) {
        const path = pathTo(model, entry(model, "n0"), entry(model, `n${at}`));
        expect(path !== undefined).toBe(reached.has(at));
        path?.slice(1).forEach((step, before) => {
          expect(dependenciesOf(model, path[before] as Entry)).toContain(step);
        });
      }
    }),
  );
});
