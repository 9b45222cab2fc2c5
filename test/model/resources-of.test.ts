import { readModel } from "../../lib/model/model";
import { resourcesOf } from "../../lib/model/resources-of";
import { source } from "./source";

test("resources of the types that are meant come in the order of the entries, without data sources", () => {
  const stack = (path: string) =>
    source(path, {
      resource: {
        azurerm_subnet: { a: {}, none: { count: 0 } },
        azurerm_public_ip: { b: {} },
        azurerm_virtual_network: { c: {} },
      },
      data: { azurerm_subnet: { d: {} } },
    });
  const model = readModel([stack("one"), stack("two")]);
  const found = resourcesOf(model, (type) => type !== "azurerm_public_ip");
  expect(found.map(({ stack, address }) => `${stack} ${address}`)).toEqual([
    "one azurerm_subnet.a",
    "one azurerm_virtual_network.c",
    "two azurerm_subnet.a",
    "two azurerm_virtual_network.c",
  ]);
  expect(model.types.flatMap(({ entries }) => entries)).toEqual(model.entries);
});
