import { remembered, rememberedIn } from "../../lib/model/remembered";
import { modelOf } from "./source";

test("an answer is worked out once for each object, also where it is that there is none", () => {
  const asked: string[] = [];
  const answerOf = remembered(({ name }: { readonly name: string }) => {
    asked.push(name);
    return name === "none" ? undefined : name.length;
  });
  const [some, none] = [{ name: "some" }, { name: "none" }];
  expect([some, none, some, none].map(answerOf)).toEqual([4, undefined, 4, undefined]);
  expect(asked).toEqual(["some", "none"]);
});

test("an answer in one model is not that in another", () => {
  const countOf = rememberedIn(
    (model, type: string) => model.entries.filter((entry) => entry.type === type).length,
  );
  const [empty, full] = [modelOf({}), modelOf({ resource: { azurerm_subnet: { a: {}, b: {} } } })];
  expect([empty, full, empty].map((model) => countOf(model, "azurerm_subnet"))).toEqual([0, 2, 0]);
});
