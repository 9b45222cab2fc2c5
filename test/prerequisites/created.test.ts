import { createdPart, existingPlace } from "../../lib/prerequisites/created";
import { showPlace } from "../../lib/prerequisites/place";
import { modelOf } from "../model/source";
import { at, HERE, PROVIDER } from "./support";

const model = modelOf({
  provider: PROVIDER,
  resource: {
    azurerm_resource_group: {
      one: { name: "rg-one", location: "westeurope" },
      several: { name: "rg-${count.index}", location: "westeurope", count: 2 },
    },
  },
});
const existing = (id: string) => showPlace(existingPlace(model, "app", at(model, id)));

test.each([
  ["one that is made", "${azurerm_resource_group.one.id}"],
  ["one of several that are made", "${azurerm_resource_group.several[0].id}"],
  ["one of several by a key", '${azurerm_resource_group.several["a"].id}'],
  ["one by its name", `${HERE}/resourceGroups/rg-one`],
  [
    "what is in one of several",
    "${azurerm_resource_group.several[1].id}/providers/Microsoft.Network/virtualNetworks/a",
  ],
])("a role at %s can be held above it before", (_, id) => {
  expect(existing(id)).toBe(HERE);
});

test("a place that the stack does not make is there before", () => {
  const place = at(model, `${HERE}/resourceGroups/rg-other`);
  expect(createdPart(model, "app", place)).toBeUndefined();
  expect(existing(`${HERE}/resourceGroups/rg-other`)).toBe(`${HERE}/resourceGroups/rg-other`);
});
