import { liesIn, showPlace } from "../../lib/prerequisites/place";
import { GUID, modelOf, SUBSCRIPTION } from "../model/source";
import { at, GROUP, HERE } from "./support";

const model = modelOf({
  provider: { azurerm: [{ subscription_id: SUBSCRIPTION }, { alias: "late", subscription_id: "${var.s}" }] },
  resource: {
    azurerm_resource_group: {
      orders: { name: "rg-Orders" },
      late: { name: "${var.name}" },
      many: { name: "rg-many", count: 2 },
      elsewhere: { name: "rg-orders", provider: "azurerm.late" },
    },
    azurerm_storage_account: {
      in_late: { name: "st", resource_group_name: "${azurerm_resource_group.late.name}" },
    },
    azurerm_search_service: { a: { name: "cr", resource_group_name: "rg-orders" } },
    azurerm_key_vault: { a: { name: "kv", resource_group_name: "rg-orders" } },
    azurerm_key_vault_secret: { a: { name: "password", key_vault_id: "${azurerm_key_vault.a.id}" } },
    azurerm_management_group: { a: { name: "mg-shop" } },
  },
  data: {
    azurerm_subscription: { here: {}, other: { subscription_id: GUID } },
    azurerm_client_config: { me: {} },
  },
});
const lies = (place: string, ancestor: string) => liesIn(at(model, place), at(model, ancestor));
const MANAGEMENT_GROUP = "/providers/Microsoft.Management/managementGroups/mg-shop";

test.each([
  ["the tenant holds everything", GROUP, "/"],
  ["the tenant holds what only Terraform knows", "${var.scope}", "/"],
  ["a place holds itself, in any case", GROUP.toUpperCase(), GROUP],
  ["a subscription holds its groups", GROUP, HERE],
  ["a group of the app is in the subscription", "${azurerm_resource_group.orders.id}", HERE],
  ["a group of the app is the one of its name", "${azurerm_resource_group.orders.id}", GROUP],
  ["a group with a late name is in the subscription", "${azurerm_resource_group.late.id}", HERE],
  ["one of many groups is in the subscription", "${azurerm_resource_group.many[0].id}", HERE],
  [
    "a resource is in its late group",
    "${azurerm_storage_account.in_late.id}",
    "${azurerm_resource_group.late.id}",
  ],
  ["a resource of any type is in its group", "${azurerm_search_service.a.id}", GROUP],
  [
    "a secret is in its vault",
    "${azurerm_key_vault_secret.a.resource_versionless_id}",
    "${azurerm_key_vault.a.id}",
  ],
  ["a part of a resource is in it", "${azurerm_key_vault.a.id}/secrets/x", "${azurerm_key_vault.a.id}"],
  ["a looked up subscription is the provider's", GROUP, "${data.azurerm_subscription.here.id}"],
  [
    "an id can be made of the subscription's",
    "/subscriptions/${data.azurerm_client_config.me.subscription_id}/resourceGroups/rg-orders",
    GROUP,
  ],
  [
    "a management group of the app is the one of its name",
    "${azurerm_management_group.a.id}",
    MANAGEMENT_GROUP,
  ],
  ["the same expression is the same place", "${var.scope}/providers/x", "${var.scope}"],
])("%s", (_, place, ancestor) => {
  expect(lies(place, ancestor)).toBe("yes");
});

test.each([
  ["a group with a longer name", `${GROUP}2`, GROUP],
  ["what is above", HERE, GROUP],
  ["another subscription", GROUP, `/subscriptions/${GUID}`],
  ["a subscription that is looked up by its id", GROUP, "${data.azurerm_subscription.other.id}"],
  ["a management group in a subscription", MANAGEMENT_GROUP, HERE],
])("%s is not there", (_, place, ancestor) => {
  expect(lies(place, ancestor)).toBe("no");
});

test.each([
  ["a variable", "${var.scope}", HERE],
  ["a place that is a variable", GROUP, "${var.scope}"],
  ["a late name", "${azurerm_resource_group.late.id}", GROUP],
  ["another subscription that is late", "${azurerm_resource_group.elsewhere.id}", GROUP],
  ["another one of many", "${azurerm_resource_group.many[0].id}", "${azurerm_resource_group.many[1].id}"],
  [
    "a resource of a type without a known id",
    "${azurerm_search_service.a.id}",
    `${GROUP}/providers/Microsoft.ContainerRegistry/registries/cr`,
  ],
  ["a subscription and a management group", HERE, MANAGEMENT_GROUP],
  ["a management group and another one", `${MANAGEMENT_GROUP}-other`, "${azurerm_management_group.a.id}"],
])("nobody knows it of %s", (_, place, ancestor) => {
  expect(lies(place, ancestor)).toBe("unknown");
});

test("a place is shown as an id, with what is not known in angle brackets", () => {
  expect(showPlace(at(model, "${azurerm_storage_account.in_late.id}"))).toBe(
    `${HERE}/resourceGroups/<var.name>/providers/Microsoft.Storage/storageAccounts/st`,
  );
  expect(showPlace(at(model, "${azurerm_resource_group.many[0].id}"))).toBe(
    `${HERE}/resourceGroups/<azurerm_resource_group.many[0]>`,
  );
  expect(showPlace(at(model, "/"))).toBe("/");
});
