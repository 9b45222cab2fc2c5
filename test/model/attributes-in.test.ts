import { attributesIn } from "../../lib/model/attributes-in";

const found = (value: unknown) =>
  [...attributesIn(value)].map(({ address, attribute }) => `${address}|${attribute}`);

test.each([
  ["${azurerm_subnet.a.id}", ["azurerm_subnet.a|id"]],
  ["${data.azurerm_subnet.a.id}", ["data.azurerm_subnet.a|id"]],
  ["x-${azurerm_subnet.a.name}-${azurerm_subnet.b.name}", ["azurerm_subnet.a|name", "azurerm_subnet.b|name"]],
  ["${azurerm_vm.a.identity[0].principal_id}", ["azurerm_vm.a|identity"]],
  ['${try(regex("^/subscriptions/[^/]+$", azurerm_subnet.a.id), "")}', ["azurerm_subnet.a|id"]],
  [
    '${join(",", [azurerm_subnet.a-b.id, azurerm_subnet.c.id])}',
    ["azurerm_subnet.a-b|id", "azurerm_subnet.c|id"],
  ],
  ["%{if azurerm_subnet.a.id}x%{endif}", []],
])("in %s the attributes are found", (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  "azurerm_subnet.a.id",
  "$${azurerm_subnet.a.id}",
  "${azurerm_subnet.a}",
  "${azurerm_subnet.a[0].id}",
  '${azurerm_subnet.a["key"].id}',
  "${azurerm_subnet.a[count.index].id}",
  "${azurerm_subnet.a.*.id}",
  "${azurerm_subnet.a[*].id}",
  "${azurerm_subnet.a.0.id}",
  "${local.all[0].azurerm_subnet.a.id}",
  "${length(azurerm_subnet.a)}",
  '${upper("azurerm_subnet.a.id")}',
  '${upper("say \\"azurerm_subnet.a.id\\"")}',
  '${upper("azurerm_subnet.a.id of ${var.x}")}',
])("in %s none is found", (text) => {
  expect(found(text)).toEqual([]);
});

test("a longer chain begins at its own start", () => {
  expect(found("${module.azurerm_subnet.a.id}")).toEqual(["module.azurerm_subnet|a"]);
  expect(found("${each.value.azurerm_subnet.a.id}")).toEqual(["each.value|azurerm_subnet"]);
});

test("blocks, lists and keys are searched, other values are not", () => {
  const value = {
    list: [{ "${azurerm_subnet.key.name}": "${azurerm_subnet.value.id}" }, 1, true, null],
    text: "${azurerm_subnet.text.id}",
  };
  expect(found(value)).toEqual([
    "azurerm_subnet.key|name",
    "azurerm_subnet.value|id",
    "azurerm_subnet.text|id",
  ]);
  expect(found(undefined)).toEqual([]);
});
