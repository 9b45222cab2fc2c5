import { modelOf } from "./source";

test("locks are read with their scope; one that is looked up, or that a count of zero makes none of, is not there", () => {
  const { locks } = modelOf({
    resource: {
      azurerm_management_lock: {
        a: { name: "a", scope: "${azurerm_resource_group.group.id}", lock_level: "ReadOnly" },
        none: { count: 0, scope: "/" },
      },
    },
    data: { azurerm_management_lock: { b: { scope: "/" } } },
  });
  expect(locks).toEqual([
    {
      entry: expect.objectContaining({ address: "azurerm_management_lock.a" }),
      scope: { kind: "reference", stack: "app", address: "azurerm_resource_group.group", attribute: "id" },
    },
  ]);
});
