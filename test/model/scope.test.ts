import fc from "fast-check";
import { isScope, normalizeScope, roleGuid } from "../../lib/model/scope";
import { name, resourceId } from "./arm-ids";
import { GUID, SUBSCRIPTION } from "./source";

const IN_SUBSCRIPTION = `/subscriptions/${SUBSCRIPTION}`;
const ROLE = "/providers/Microsoft.Authorization/roleDefinitions/";

const anyScope = fc.oneof(
  fc.constant("/"),
  fc.uuid().map((id) => `/subscriptions/${id}`),
  fc.tuple(fc.uuid(), name).map(([id, group]) => `/subscriptions/${id}/resourceGroups/${group}`),
  name.map((group) => `/providers/Microsoft.Management/managementGroups/${group}`),
  resourceId.map(({ id }) => id),
);

test("the root, a management group, a subscription and all below are scopes, with or without a slash at the end", () => {
  fc.assert(
    fc.property(anyScope, (scope) => {
      expect(isScope(scope)).toBe(true);
      expect(isScope(scope === "/" ? scope : `${scope}/`)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test.each([
  "/providers/Microsoft.Subscription",
  "/providers/Microsoft.Capacity",
  "/providers/Microsoft.Insights",
  "/providers/Microsoft.Marketplace/privateStores/store",
  "/providers/Microsoft.Capacity/reservationOrders/order",
  "/providers/Microsoft.BillingBenefits/savingsPlanOrders/order",
  "/providers/Microsoft.Billing/billingAccounts/account",
  "/providers/Microsoft.Billing/billingAccounts/account/enrollmentAccounts/1",
  "/providers/microsoft.management/MANAGEMENTGROUPS/platform",
])("%s is a scope of the tenant", (scope) => {
  expect(isScope(scope)).toBe(true);
});

test.each([
  ["nothing", ""],
  ["a bare GUID", SUBSCRIPTION],
  ["the name of a resource group", "rg-app"],
  ["no slash at the start", IN_SUBSCRIPTION.slice(1)],
  ["a subscription by its name", "/subscriptions/production"],
  ["two slashes", "//"],
  ["white space at the end", `${IN_SUBSCRIPTION} `],
  ["white space before the last slash", `${IN_SUBSCRIPTION}/resourceGroups/rg /`],
  [
    "white space in the name of a group",
    `${IN_SUBSCRIPTION}/resourceGroups/rg app/providers/Microsoft.Web/sites/a`,
  ],
  ["a resource group without a name", `${IN_SUBSCRIPTION}/resourceGroups`],
  ["a resource without a subscription", "/resourceGroups/rg-app"],
  ["a management group without a name", "/providers/Microsoft.Management/managementGroups"],
  ["something below a management group", "/providers/Microsoft.Management/managementGroups/a/b"],
  ["a billing account without a name", "/providers/Microsoft.Billing/billingAccounts"],
  ["a portal's address", `https://portal.azure.com/#resource${IN_SUBSCRIPTION}`],
])("%s is no scope", (_, scope) => {
  expect(isScope(scope)).toBe(false);
});

test("a scope compares equal to itself in any case and with slashes at its end", () => {
  fc.assert(
    fc.property(anyScope, (scope) => {
      const normal = normalizeScope(scope);
      expect(normalizeScope(normal)).toBe(normal);
      expect(normalizeScope(scope.toUpperCase())).toBe(normal);
      expect(normalizeScope(scope === "/" ? scope : `${scope}/`)).toBe(normal);
    }),
    { numRuns: 100 },
  );
});

test("the root and a resource group with a longer name stay scopes of their own", () => {
  expect(normalizeScope("/")).toBe("/");
  expect(normalizeScope(`${IN_SUBSCRIPTION}/resourceGroups/rg1`)).not.toBe(
    normalizeScope(`${IN_SUBSCRIPTION}/resourceGroups/rg10`),
  );
});

test.each([
  ["a subscription's role", `${IN_SUBSCRIPTION}${ROLE}${GUID}`],
  ["a tenant's role", `${ROLE}${GUID}`],
  ["upper case", `${ROLE}${GUID}`.toUpperCase()],
  ["a bare GUID", GUID.toUpperCase()],
])("the GUID of a role is found in the id of %s", (_, id) => {
  expect(roleGuid(id)).toBe(GUID);
});

test.each([
  ["nothing", ""],
  ["a name in place of the GUID", `${ROLE}Reader`],
  ["a GUID that is not a role's", `/subscriptions/${GUID}`],
  ["the id that Terraform gives to a custom role", `${ROLE}${GUID}|${IN_SUBSCRIPTION}`],
  ["more behind the GUID", `${ROLE}${GUID}/x`],
])("no GUID of a role is found in %s", (_, id) => {
  expect(roleGuid(id)).toBeUndefined();
});
