import { Deployer } from "cdktf-azure-identity";
import { DeployerStack } from "../../examples/deployer/stack";
import { settingsOf } from "../../lib/synth/settings";
import { addresses } from "../constructs";
import { findings, newApp } from "../support";

const deployer = () => new DeployerStack(newApp(), "deployer");

test("its addresses", () => {
  expect(addresses(deployer())).toMatchInlineSnapshot(`
    [
      "azurerm_linux_virtual_machine.vm",
      "azurerm_network_interface.vm_nic_82143599",
      "azurerm_role_assignment.identity_reads-group_1AA44863",
      "azurerm_user_assigned_identity.identity",
    ]
  `);
});

test("the deployer has the least that it needs", () => {
  const { roles, notAllowed, notCovered } = Deployer.of(deployer()).leastPrivilege();
  expect(roles.map(({ role, scope }) => `${role} at ${scope}`)).toMatchInlineSnapshot(`
    [
      "Reader at /subscriptions/<var.subscription-id>",
      "Network Contributor at /subscriptions/<var.subscription-id>/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet/subnets/machines",
      "Managed Identity Contributor at /subscriptions/<var.subscription-id>/resourceGroups/rg-payments",
      "Managed Identity Operator at /subscriptions/<var.subscription-id>/resourceGroups/rg-payments",
      "Role Based Access Control Administrator at /subscriptions/<var.subscription-id>/resourceGroups/rg-payments",
      "Virtual Machine Contributor at /subscriptions/<var.subscription-id>/resourceGroups/rg-payments",
    ]
  `);
  expect(
    roles.filter(({ condition }) => condition?.includes("RoleDefinitionId")).map(({ role }) => role),
  ).toEqual(["Role Based Access Control Administrator"]);
  expect([notAllowed, notCovered]).toEqual([[], []]);
});

test("the stack has no finding", () => {
  expect(findings(deployer())).toEqual([]);
});

test.each([0, 1, 2, 3, 4, 5])("without the role at %i of the list something is missing, or may be", (at) => {
  const stack = deployer();
  const { grants } = settingsOf(stack);
  expect(grants).toHaveLength(6);
  grants.splice(at, 1);
  expect(findings(stack).map(({ rule }) => rule)).toContainEqual(
    expect.stringMatching(/deployer-permission$/),
  );
});
