import { knownPart, knownScope, scopeChain } from "../../lib/model/scope-chain";
import { literal, readValue } from "../../lib/model/value";
import { GUID, modelOf, SUBSCRIPTION } from "./source";

const HERE = `/subscriptions/${SUBSCRIPTION}`;
const GROUP = `${HERE}/resourcegroups/rg-orders`;

const model = modelOf({
  provider: { azurerm: [{ subscription_id: SUBSCRIPTION }, { alias: "other" }] },
  resource: {
    azurerm_resource_group: {
      app: { name: "rg-Orders" },
      late: { name: "${var.name}" },
      other: { name: "rg-orders", provider: "azurerm.other" },
      counted: { name: "rg-orders", count: 2 },
      loop: { name: "${var.name}", resource_group_name: "${azurerm_resource_group.loop.name}" },
    },
    azurerm_storage_account: {
      by_reference: { resource_group_name: "${azurerm_resource_group.app.name}" },
      by_late_reference: { resource_group_name: "${azurerm_resource_group.late.name}" },
      by_name: { resource_group_name: "RG-orders" },
      by_name_elsewhere: { resource_group_name: "rg-orders", provider: "azurerm.other" },
      by_variable: { resource_group_name: "${var.name}" },
      by_instance: { resource_group_name: "${azurerm_resource_group.counted[0].name}" },
      counted: { resource_group_name: "rg-orders", count: 2 },
      nowhere: {},
    },
    azapi_resource: { a: { resource_group_name: "rg-orders" } },
  },
  data: {
    azurerm_subscription: {
      here: {},
      given: { subscription_id: GUID },
      late: { subscription_id: "${var.s}" },
    },
    azurerm_resource_group: { found: { name: "rg-orders" } },
  },
});
const value = (raw: string) => readValue(raw, "app") ?? literal("");
const chain = (raw: string) => scopeChain(model, value(raw));
const key = (address: string, instance = "") => `\${app|${address}[${instance}].id}`;

test("a literal lies below each of its prefixes, segment by segment", () => {
  expect(chain(`${GROUP}/providers/Microsoft.Storage/storageAccounts/A/`)).toEqual([
    `${GROUP}/providers/microsoft.storage/storageaccounts/a`,
    `${GROUP}/providers/microsoft.storage/storageaccounts`,
    `${GROUP}/providers/microsoft.storage`,
    `${GROUP}/providers`,
    GROUP,
    `${HERE}/resourcegroups`,
    HERE,
    "/subscriptions",
    "/",
  ]);
  expect(chain("/")).toEqual(["/"]);
});

test.each([
  ["a group of a known name and subscription", "${azurerm_resource_group.app.id}", [GROUP]],
  ["a group that is looked up", "${data.azurerm_resource_group.found.id}", [GROUP]],
  ["the provider's subscription", "${data.azurerm_subscription.here.id}", [HERE]],
  ["a given subscription", "${data.azurerm_subscription.given.id}", [`/subscriptions/${GUID}`]],
  [
    "a resource by its group",
    "${azurerm_storage_account.by_reference.id}",
    [key("azurerm_storage_account.by_reference"), GROUP],
  ],
  [
    "a resource by the name of its group",
    "${azurerm_storage_account.by_name.id}",
    [key("azurerm_storage_account.by_name"), GROUP],
  ],
  [
    "text before a variable",
    `${HERE}/resourceGroups/rg-\${var.x}`,
    [`${HERE}/resourcegroups/rg-\${app|var.x}`, `${HERE}/resourcegroups`],
  ],
])("of %s the chain begins with what is known", (_, raw, beginning) => {
  expect(chain(raw).slice(0, beginning.length)).toEqual(beginning);
  expect(chain(raw).at(-1)).toBe("/");
});

test.each([
  ["a group whose name is not known", "azurerm_resource_group.late", []],
  ["a group in a subscription that is not known", "azurerm_resource_group.other", []],
  ["a subscription that is not known", "data.azurerm_subscription.late", []],
  [
    "a resource in a group whose name is not known",
    "azurerm_storage_account.by_late_reference",
    [key("azurerm_resource_group.late")],
  ],
  [
    "a resource in one of several groups",
    "azurerm_storage_account.by_instance",
    [key("azurerm_resource_group.counted", "0")],
  ],
  ["a resource in an unknown subscription", "azurerm_storage_account.by_name_elsewhere", []],
  ["a resource in a group of a variable", "azurerm_storage_account.by_variable", []],
  ["a resource in no group", "azurerm_storage_account.nowhere", []],
  ["a resource of another provider", "azapi_resource.a", []],
  ["a counted resource", "azurerm_storage_account.counted", []],
  ["a group in itself", "azurerm_resource_group.loop", [key("azurerm_resource_group.loop")]],
])("of %s only that is known", (_, address, above) => {
  expect(chain(`\${${address}.id}`)).toEqual([key(address), ...above, "/"]);
});

test("another attribute is no scope of the resource", () => {
  expect(chain("${azurerm_storage_account.by_name.name}")).toHaveLength(2);
  expect(knownScope(model, value("${azurerm_resource_group.app.location}"))).toBeUndefined();
});

test("the known scope is in the form in which scopes are compared", () => {
  expect(knownScope(model, value(`${GROUP.toUpperCase()}/`))).toBe(GROUP);
  expect(knownScope(model, value("rg-orders"))).toBeUndefined();
  expect(knownScope(model, value("${azurerm_storage_account.by_name.id}"))).toBeUndefined();
});

test.each([
  ["${azurerm_storage_account.by_name.id}", GROUP],
  ["${azurerm_resource_group.app.id}", GROUP],
  ["${azurerm_storage_account.by_late_reference.id}", "/"],
  [`${HERE}/resourceGroups/\${var.x}`, `${HERE}/resourcegroups`],
  ["${var.scope}", "/"],
])("of %s the known part is %s", (raw, part) => {
  expect(knownPart(model, value(raw))).toBe(part);
});
