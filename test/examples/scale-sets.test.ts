import { accessMatrix, matchers } from "cdktf-azure-identity/testing";
import { ScaleSetsStack } from "../../examples/scale-sets/stack";
import { addresses } from "../constructs";
import { newApp, synthesized } from "../support";

expect.extend(matchers);

test("the machine and the scale sets stay at their addresses", () => {
  expect(addresses(new ScaleSetsStack(newApp(), "scale-sets"))).toMatchInlineSnapshot(`
    [
      "azurerm_linux_virtual_machine.intake",
      "azurerm_linux_virtual_machine_scale_set.workers",
      "azurerm_network_interface.intake_nic_758AF39F",
      "azurerm_orchestrated_virtual_machine_scale_set.burst",
      "azurerm_resource_group.group",
      "azurerm_role_assignment.identity_reads-group_1AA44863",
      "azurerm_role_assignment.identity_writes-blobs_F87BEFEB",
      "azurerm_role_assignment.reports_monitors-group_B22086E7",
      "azurerm_storage_account.account",
      "azurerm_user_assigned_identity.identity",
      "azurerm_windows_virtual_machine_scale_set.reports",
    ]
  `);
});

test("all of them act as the one identity, and one as itself too", () => {
  const { resource } = synthesized(new ScaleSetsStack(newApp(), "scale-sets"));
  const shared = {
    type: "UserAssigned",
    identity_ids: ["${azurerm_user_assigned_identity.identity.id}"],
  };
  expect(resource.azurerm_linux_virtual_machine.intake.identity).toEqual(shared);
  expect(resource.azurerm_linux_virtual_machine_scale_set.workers.identity).toEqual(shared);
  expect(resource.azurerm_orchestrated_virtual_machine_scale_set.burst.identity).toEqual(shared);
  expect(resource.azurerm_windows_virtual_machine_scale_set.reports.identity).toEqual({
    ...shared,
    type: "SystemAssigned, UserAssigned",
  });
});

test("the access is what was reviewed, and no rule says anything", () => {
  const stack = new ScaleSetsStack(newApp(), "scale-sets");
  expect(accessMatrix(stack)).toMatchInlineSnapshot(`
    "IDENTITY                                                   ROLE                           SCOPE                               BOUND BY
    id-orders (scale-sets/identity)                            Reader                         rg-orders (scale-sets/group)        scale-sets/identity/reads-group
    id-orders (scale-sets/identity)                            Storage Blob Data Contributor  stordersblobs (scale-sets/account)  scale-sets/identity/writes-blobs
    vmss-orders-reports (scale-sets/reports), system-assigned  Monitoring Reader              rg-orders (scale-sets/group)        scale-sets/reports/monitors-group"
  `);
  expect(stack).toHaveNoFindings();
});
