import { accessMatrix } from "cdktf-azure-identity/testing";
import { ExistingMachineStack } from "../../examples/existing-machine/stack";
import { addresses } from "../constructs";
import { findings, newApp } from "../support";

function existingMachine() {
  const app = newApp();
  return { app, stack: new ExistingMachineStack(app, "existing-machine") };
}

test("its addresses", () => {
  expect(addresses(existingMachine().stack)).toMatchInlineSnapshot(`
    [
      "azapi_resource_action.machine",
      "azapi_resource_action.machine_detach_563F8B0F",
      "azurerm_resource_group.group",
      "azurerm_role_assignment.identity_blobs_6C1B3735",
      "azurerm_role_assignment.machine_reads-group_915F086A",
      "azurerm_storage_account.account",
      "azurerm_user_assigned_identity.identity",
      "data.azapi_resource.machine_after_ACD10F25",
      "data.azapi_resource.machine_before_8F06B020",
      "data.azurerm_subscription.current-subscription",
    ]
  `);
});

test("the machine that others own has a role like any other", () => {
  expect(accessMatrix(existingMachine().app)).toMatchInlineSnapshot(`
    "IDENTITY                                                 ROLE                           SCOPE                                     BOUND BY
    id-orders (existing-machine/identity)                    Storage Blob Data Contributor  stordersblobs (existing-machine/account)  existing-machine/identity/blobs
    vm-platform (existing-machine/machine), system-assigned  Reader                         rg-orders (existing-machine/group)        existing-machine/machine/reads-group"
  `);
});

test("the stack has no finding", () => {
  expect(findings(existingMachine().app)).toEqual([]);
});
