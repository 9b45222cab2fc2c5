import { bindingsBy } from "../../lib/model/bindings-by";
import { modelOf } from "./source";

test("bindings are together that give an argument in the same words; those that do not give it are left out", () => {
  const model = modelOf({
    resource: {
      azurerm_role_assignment: {
        a: { scope: "/subscriptions/x" },
        b: { scope: "${azurerm_resource_group.group.id}" },
        c: { scope: "/subscriptions/x" },
        none: { role_definition_name: "Reader" },
        unset: { scope: null },
      },
    },
  });
  const found = bindingsBy(model, "scope").map(({ value, bindings }) => ({
    kind: value.kind,
    addresses: bindings.map(({ entry }) => entry.address),
  }));
  expect(found).toEqual([
    { kind: "literal", addresses: ["azurerm_role_assignment.a", "azurerm_role_assignment.c"] },
    { kind: "reference", addresses: ["azurerm_role_assignment.b"] },
  ]);
  expect(bindingsBy(model, "condition")).toEqual([]);
});
