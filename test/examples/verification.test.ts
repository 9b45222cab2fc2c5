import { accessMatrix, matchers } from "cdktf-azure-identity/testing";
import { VerificationStack } from "../../examples/verification/stack";
import { addresses } from "../constructs";
import { newApp, synthesized } from "../support";

expect.extend(matchers);

const stack = () => new VerificationStack(newApp(), "verification");

test("the access is what was reviewed, and no rule says anything", () => {
  expect(accessMatrix(stack())).toMatchInlineSnapshot(`
    "IDENTITY                                      ROLE    SCOPE                                 BOUND BY
    id-orders (verification/identity)             Reader  stordersblobs (verification/account)  verification/identity/reads-account
    vm-orders (verification/vm), system-assigned  Reader  rg-orders (verification/group)        verification/vm/reads-group"
  `);
  expect(stack()).toHaveNoFindings();
});

test("the addresses stay the same", () => {
  expect(addresses(stack())).toMatchInlineSnapshot(`
    [
      "azurerm_linux_virtual_machine.vm",
      "azurerm_network_interface.vm_nic_82143599",
      "azurerm_resource_group.group",
      "azurerm_role_assignment.identity_reads-account_222D6B8F",
      "azurerm_role_assignment.vm_reads-group_A27723EF",
      "azurerm_storage_account.account",
      "azurerm_user_assigned_identity.identity",
      "azurerm_virtual_machine_run_command.identity-reads-account",
      "azurerm_virtual_machine_run_command.machine-reads-group",
    ]
  `);
});

test("each check waits for the role of its own identity", () => {
  const commands = synthesized(stack()).resource.azurerm_virtual_machine_run_command;
  const awaited = Object.entries(commands).map(([id, command]) => [
    id,
    (command as { depends_on: string[] }).depends_on,
  ]);
  expect(Object.fromEntries(awaited)).toMatchInlineSnapshot(`
    {
      "identity-reads-account": [
        "azurerm_role_assignment.identity_reads-account_222D6B8F",
      ],
      "machine-reads-group": [
        "azurerm_role_assignment.vm_reads-group_A27723EF",
      ],
    }
  `);
});
