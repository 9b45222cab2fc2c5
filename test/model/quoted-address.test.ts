import { quotedAddress } from "../../lib/model/quoted-address";
import { IDENTITY_ID } from "../rules/support";
import { GUID } from "../support";

const ADDRESS = "azurerm_user_assigned_identity.app.id";

test.each([
  ADDRESS,
  "data.azurerm_client_config.me.object_id",
  "azurerm_linux_virtual_machine.vm.identity[0].principal_id",
  'azurerm_role_assignment.grants["a"].scope',
  "azuread_group.ops.object_id",
  "var.principal_id",
  "local.scope",
  "module.identity.principal_id",
  "each.value",
])("%s is an address", (address) => {
  expect(quotedAddress(address)).toBe(address);
});

test.each([
  `"${ADDRESS}"`,
  `'${ADDRESS}'`,
  `$${ADDRESS}`,
  `$(${ADDRESS})`,
  `{${ADDRESS}}`,
  `{{ ${ADDRESS} }}`,
  `\${${ADDRESS}}`,
  `\${ ${ADDRESS} }`,
  `/subscriptions/\${${ADDRESS}}/resourceGroups/rg`,
])("the address is found in %s", (text) => {
  expect(quotedAddress(text)).toBe(ADDRESS);
});

test.each([
  "",
  "/",
  GUID,
  IDENTITY_ID,
  "id-orders",
  "id.orders",
  "azurerm_user_assigned_identity",
  "orders@example.com",
  "my.azurerm_thing.example",
  "/subscriptions/{subscription}/resourceGroups/rg_a.b",
  "/subscriptions/azurerm_resource_group.app/x",
])("%j has no address", (text) => {
  expect(quotedAddress(text)).toBeUndefined();
});
