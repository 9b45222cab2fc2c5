import { coversAction } from "../../lib/azure/action-pattern";

const ASSIGN = "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action";

test.each([
  ["*", ASSIGN],
  [ASSIGN.toUpperCase(), ASSIGN],
  ["Microsoft.ManagedIdentity/*", ASSIGN],
  ["*/action", ASSIGN],
  ["*/assign/*", ASSIGN],
  ["Microsoft.ManagedIdentity/*/assign/action", ASSIGN],
  ["Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action", ASSIGN],
  ["Microsoft.*/*/action", ASSIGN],
  ["Microsoft.CostManagement/*/query/*", "Microsoft.CostManagement/externalBillingAccounts/query/action"],
  ["Microsoft.Network/virtualNetworks/read ", "Microsoft.Network/virtualNetworks/read"],
])("the pattern %j covers %s", (pattern, action) => {
  expect(coversAction(pattern, action)).toBe(true);
});

test.each([
  ["*/read", ASSIGN],
  ["Microsoft.ManagedIdentity", ASSIGN],
  ["Microsoft.ManagedIdentity/userAssignedIdentities/assign", ASSIGN],
  ["Microsoft-ManagedIdentity/*", ASSIGN],
  ["Microsoft.ManagedIdentity/userAssignedIdentity/*", ASSIGN],
  ["ManagedIdentity/*", ASSIGN],
  ["Microsoft.Compute/*/read", "Microsoft.Compute/virtualMachinesread"],
  ["", ASSIGN],
  ["Microsoft.ManagedIdentity/(*", ASSIGN],
])("the pattern %j does not cover %s", (pattern, action) => {
  expect(coversAction(pattern, action)).toBe(false);
});
