import { join } from "node:path";
import { accessMatrix, matchers } from "cdktf-azure-identity/testing";
import { DeployerStack } from "../../examples/deployer/stack";
import { DeployerIdentityStack } from "../../examples/deployer-identity/stack";
import { staleness } from "../../lib/cli/prerequisites/staleness";
import { readProject } from "../../lib/cli/project/read-project";
import { addresses } from "../constructs";
import { newApp, synthesized } from "../support";

expect.extend(matchers);

const FILE = join(__dirname, "../../examples/deployer-identity/requirements.json");

const stack = () => new DeployerIdentityStack(newApp(), "deployer-identity");

test("its addresses", () => {
  expect(addresses(stack())).toMatchInlineSnapshot(`
    [
      "azurerm_federated_identity_credential.deployer_production_91A42504",
      "azurerm_resource_group.deployers",
      "azurerm_resource_group.payments",
      "azurerm_role_assignment.deployer_managed-identity-contributor--varsubscription-id--rg-payments_4EA395B2",
      "azurerm_role_assignment.deployer_managed-identity-operator--varsubscription-id--rg-payments_6959E967",
      "azurerm_role_assignment.deployer_network-contributor--varsubscription-id--rg-network--microsoftnetwork--virtualnetworks--vnet--subnets--machines_1F7CFF4B",
      "azurerm_role_assignment.deployer_reader--varsubscription-id_2FD62FE0",
      "azurerm_role_assignment.deployer_role-based-access-control-administrator--varsubscription-id--rg-payments_083EE87F",
      "azurerm_role_assignment.deployer_virtual-machine-contributor--varsubscription-id--rg-payments_2B996408",
      "azurerm_user_assigned_identity.deployer",
    ]
  `);
});

test("its requirements are what the example deployer needs", () => {
  const app = newApp();
  new DeployerStack(app, "deployer");
  app.synth();
  expect(staleness(readProject(app.outdir), FILE)).toBeUndefined();
});

test("the pipeline gets the roles of the requirements, and whoever holds the environment becomes it", () => {
  expect(accessMatrix(stack())).toMatchInlineSnapshot(`
    "IDENTITY                                           ROLE                                     SCOPE                                                                                                                              BOUND BY
    id-payments-deployer (deployer-identity/deployer)  Managed Identity Contributor             /subscriptions/\${var.subscription-id}/resourceGroups/rg-payments                                                                   deployer-identity/deployer/managed-identity-contributor--<var.subscription-id>--rg-payments
    id-payments-deployer (deployer-identity/deployer)  Managed Identity Operator                /subscriptions/\${var.subscription-id}/resourceGroups/rg-payments                                                                   deployer-identity/deployer/managed-identity-operator--<var.subscription-id>--rg-payments
    id-payments-deployer (deployer-identity/deployer)  Network Contributor                      /subscriptions/\${var.subscription-id}/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet/subnets/machines  deployer-identity/deployer/network-contributor--<var.subscription-id>--rg-network--microsoft.network--virtualnetworks--vnet--subnets--machines
    id-payments-deployer (deployer-identity/deployer)  Reader                                   /subscriptions/\${var.subscription-id}                                                                                              deployer-identity/deployer/reader--<var.subscription-id>
    id-payments-deployer (deployer-identity/deployer)  Role Based Access Control Administrator  /subscriptions/\${var.subscription-id}/resourceGroups/rg-payments                                                                   deployer-identity/deployer/role-based-access-control-administrator--<var.subscription-id>--rg-payments
    id-payments-deployer (deployer-identity/deployer)  Virtual Machine Contributor              /subscriptions/\${var.subscription-id}/resourceGroups/rg-payments                                                                   deployer-identity/deployer/virtual-machine-contributor--<var.subscription-id>--rg-payments"
  `);
  const [credential] = Object.values<{ subject: string }>(
    synthesized(stack()).resource.azurerm_federated_identity_credential,
  );
  expect(credential?.subject).toBe("repo:shop/payments:environment:production");
});

test("no rule says anything", () => {
  expect(stack()).toHaveNoFindings();
});
