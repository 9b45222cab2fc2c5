import fc from "fast-check";
import { canCover } from "../../lib/verification/can-cover";

const SUBSCRIPTION = "/subscriptions/11111111-2222-3333-4444-555555555555";
const never = () => false;
const always = () => true;

const segment = fc.constantFrom("a", "b", "c");
const path = fc
  .tuple(segment, segment, segment, segment)
  .map(([group, namespace, type, name]) =>
    ["resourcegroups", group, "providers", `microsoft.${namespace}`, type, name].join("/"),
  );

test("every scope above covers, also behind an expression, and none below does", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(SUBSCRIPTION, "${azurerm_subscription.a.id}", "${var.subscription}"),
      path,
      (start, rest) => {
        const segments = rest.split("/");
        const scope = `${start}/${rest}`;
        for (const length of [0, 2, 6]) {
          const above = [start, ...segments.slice(0, length)].join("/");
          expect(canCover(above, scope, never)).toBe(true);
          if (start === SUBSCRIPTION && length < 6) expect(canCover(scope, above, always)).toBe(false);
        }
      },
    ),
  );
});

const GROUP = "${azurerm_resource_group.a.id}";
const OTHER_GROUP = "${azurerm_resource_group.b.id}";
const ACCOUNT = "${azurerm_storage_account.a.id}";
const CONTAINER = "${azurerm_storage_container.a.resource_manager_id}";
const MANAGEMENT_GROUP = "/providers/microsoft.management/managementgroups/shops";

test.each([
  ["/", GROUP],
  [MANAGEMENT_GROUP, SUBSCRIPTION],
  [MANAGEMENT_GROUP, ACCOUNT],
  ["${azurerm_management_group.a.id}", "${azurerm_management_group.b.id}"],
  ["${azurerm_subscription.a.id}", ACCOUNT],
  [SUBSCRIPTION, GROUP],
  [`${SUBSCRIPTION}/resourcegroups/a`, ACCOUNT],
  [GROUP, `${SUBSCRIPTION}/resourcegroups/a`],
  [GROUP, ACCOUNT],
  ["${data.azurerm_resource_group.a.id}", GROUP],
  ["${azurerm_storage_account.a[each.key].id}", "${azurerm_storage_account.a[0].id}"],
  [`${GROUP}/providers/microsoft.storage/storageaccounts/a`, CONTAINER],
  ["${var.scope}", GROUP],
  [ACCOUNT, "${var.scope}"],
  ["${azurerm_role_definition.a.scope}", GROUP],
])("%s may cover %s", (above, scope) => {
  expect(canCover(above, scope, never)).toBe(true);
});

test.each([
  [OTHER_GROUP, GROUP],
  [ACCOUNT, GROUP],
  [`${ACCOUNT}/blobservices/default`, GROUP],
  [`${ACCOUNT}/blobservices/default`, ACCOUNT],
  ["${azurerm_storage_account.b.id}", ACCOUNT],
  ["${azurerm_storage_account.a[each.key].id}", GROUP],
  [ACCOUNT, SUBSCRIPTION],
  [SUBSCRIPTION, MANAGEMENT_GROUP],
  [`${SUBSCRIPTION}/resourcegroups/a`, `${SUBSCRIPTION}/resourcegroups/ab`],
  [ACCOUNT, "${data.terraform_remote_state.a.outputs.id}"],
])("%s cannot cover %s", (above, scope) => {
  expect(canCover(above, scope, always)).toBe(false);
});

test("what the resource of the scope refers to may hold it", () => {
  const mentions = (address: string) => (asked: string) => asked === address;
  expect(canCover(ACCOUNT, CONTAINER, mentions("azurerm_storage_account.a"))).toBe(true);
  expect(canCover(ACCOUNT, CONTAINER, mentions("azurerm_storage_account.b"))).toBe(false);
  const inOther = (asked: string) => "azurerm_resource_group.b".startsWith(asked);
  expect(canCover(OTHER_GROUP, ACCOUNT, inOther)).toBe(true);
  expect(canCover(GROUP, ACCOUNT, inOther)).toBe(false);
});
