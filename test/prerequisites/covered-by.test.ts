import { builtInRoleId } from "../../lib/azure/built-in-roles";
import { builtInRoleIds } from "../../lib/azure/role-permissions";
import type { Model } from "../../lib/model/model";
import { evaluate } from "../../lib/prerequisites/evaluate";
import type { Operation } from "../../lib/prerequisites/operation";
import { modelOf, SUBSCRIPTION } from "../model/source";
import { GROUP, grant, HERE, IDENTITY_ID, IN_GROUP, operationsAt } from "./support";

const ROLES = [
  "Owner",
  "Contributor",
  "Managed Identity Contributor",
  "Managed Identity Operator",
  "Managed Identity Federated Identity Credential Contributor",
  "Virtual Machine Contributor",
  "Network Contributor",
  "Role Based Access Control Administrator",
  "User Access Administrator",
  "Locks Contributor",
  "Key Vault Contributor",
  "Storage Account Contributor",
  "Reader",
];

const MACHINE = `${GROUP}/providers/Microsoft.Compute/virtualMachines/vm`;

const model = modelOf({
  provider: { azurerm: [{ subscription_id: SUBSCRIPTION }] },
  resource: {
    azurerm_user_assigned_identity: { a: { name: "id-a", ...IN_GROUP } },
    azurerm_federated_identity_credential: { a: { name: "fic", parent_id: IDENTITY_ID } },
    azurerm_linux_virtual_machine: {
      plain: {
        name: "vm-a",
        ...IN_GROUP,
        network_interface_ids: [`${GROUP}/providers/Microsoft.Network/networkInterfaces/nic`],
      },
      attached: {
        name: "vm-b",
        ...IN_GROUP,
        identity: { type: "UserAssigned", identity_ids: [IDENTITY_ID] },
      },
    },
    azurerm_virtual_machine_run_command: { a: { name: "verify", virtual_machine_id: MACHINE } },
    azapi_resource_action: {
      attach: {
        type: "Microsoft.Compute/virtualMachines@2024-07-01",
        resource_id: MACHINE,
        method: "PATCH",
        body: { identity: { type: "UserAssigned", userAssignedIdentities: { [IDENTITY_ID]: {} } } },
      },
    },
    azurerm_linux_virtual_machine_scale_set: { a: { name: "vmss-a", ...IN_GROUP } },
    azurerm_network_interface: {
      a: {
        name: "nic-a",
        ...IN_GROUP,
        ip_configuration: [
          {
            subnet_id: `${GROUP}/providers/Microsoft.Network/virtualNetworks/vnet/subnets/a`,
            public_ip_address_id: `${GROUP}/providers/Microsoft.Network/publicIPAddresses/pip`,
          },
        ],
      },
    },
    azurerm_virtual_network: { a: { name: "vnet-a", ...IN_GROUP } },
    azurerm_subnet: { a: { name: "a", virtual_network_name: "vnet-a", ...IN_GROUP } },
    azurerm_public_ip: { a: { name: "pip-a", ...IN_GROUP } },
    azurerm_role_assignment: { a: { scope: GROUP, principal_id: "p", role_definition_name: "Reader" } },
    azurerm_role_definition: { a: { name: "own", scope: GROUP } },
    azurerm_resource_group: { a: { name: "rg-a", location: "westeurope" } },
    azurerm_management_lock: { a: { name: "lock", scope: GROUP } },
    azurerm_key_vault: {
      a: { name: "kv-a", ...IN_GROUP, purge_protection_enabled: true },
      purged: { name: "kv-b", ...IN_GROUP },
    },
    azurerm_storage_account: { a: { name: "sta", ...IN_GROUP } },
  },
});

const isOf =
  (kind: string) =>
  ({ action }: Operation) =>
    action.includes(kind);

test.each<[what: string, address: string, roles: readonly string[], only?: (one: Operation) => boolean]>([
  ["identities", "azurerm_user_assigned_identity.a", ["Managed Identity Contributor"]],
  [
    "attaching an identity",
    "azurerm_linux_virtual_machine.attached",
    ["Managed Identity Operator"],
    isOf("/assign/"),
  ],
  [
    "federated credentials",
    "azurerm_federated_identity_credential.a",
    ["Managed Identity Contributor", "Managed Identity Federated Identity Credential Contributor"],
  ],
  ["virtual machines", "azurerm_linux_virtual_machine.plain", ["Virtual Machine Contributor"]],
  ["run commands", "azurerm_virtual_machine_run_command.a", ["Virtual Machine Contributor"]],
  [
    "changing a machine of others",
    "azapi_resource_action.attach",
    ["Virtual Machine Contributor"],
    isOf("Microsoft.Compute/"),
  ],
  [
    "attaching an identity to it",
    "azapi_resource_action.attach",
    ["Managed Identity Operator"],
    isOf("/assign/"),
  ],
  ["scale sets", "azurerm_linux_virtual_machine_scale_set.a", ["Virtual Machine Contributor"]],
  [
    "network interfaces",
    "azurerm_network_interface.a",
    ["Virtual Machine Contributor", "Network Contributor"],
  ],
  ["virtual networks", "azurerm_virtual_network.a", ["Network Contributor"]],
  ["subnets", "azurerm_subnet.a", ["Network Contributor"]],
  ["public addresses", "azurerm_public_ip.a", ["Network Contributor"]],
  ["resource groups", "azurerm_resource_group.a", []],
  ["key vaults that are kept", "azurerm_key_vault.a", ["Key Vault Contributor"]],
  ["key vaults that are purged", "azurerm_key_vault.purged", []],
  ["storage accounts", "azurerm_storage_account.a", ["Storage Account Contributor"]],
])("%s are covered by Owner, Contributor and the roles for them", (_, address, roles, only = () => true) => {
  expect(coveredBy(model, operationsAt(model, address).filter(only))).toEqual([
    "Owner",
    "Contributor",
    ...roles,
  ]);
});

test.each<[what: string, address: string, roles: readonly string[]]>([
  [
    "role assignments",
    "azurerm_role_assignment.a",
    ["Role Based Access Control Administrator", "User Access Administrator"],
  ],
  ["roles", "azurerm_role_definition.a", ["User Access Administrator"]],
  ["locks", "azurerm_management_lock.a", ["User Access Administrator", "Locks Contributor"]],
])("%s are covered by Owner and few others, not by Contributor", (_, address, roles) => {
  expect(coveredBy(model, operationsAt(model, address))).toEqual(["Owner", ...roles]);
});

test("resource providers are listed by who reads all, and registered by Owner and Contributor", () => {
  const operations = operationsAt(model, "provider.azurerm");
  expect(coveredBy(model, operations.filter(isOf("/providers/read")))).toEqual([
    "Owner",
    "Contributor",
    "Role Based Access Control Administrator",
    "User Access Administrator",
    "Reader",
  ]);
  expect(coveredBy(model, operations.filter(isOf("/register/")))).toEqual(["Owner", "Contributor"]);
});

test("role assignments may be written by three roles of all, and under a condition by 25 more", () => {
  const [write] = operationsAt(model, "azurerm_role_assignment.a").filter(isOf("roleAssignments/write"));
  const statuses = [...builtInRoleIds()].map((id) => statusOf(model, id, write ? [write] : []));
  const count = (status: string) => statuses.filter((one) => one === status).length;
  expect([count("satisfied"), count("conditional")]).toEqual([3, 25]);
});

function coveredBy(of: Model, operations: readonly Operation[]): string[] {
  expect(operations).not.toEqual([]);
  return ROLES.filter((role) => statusOf(of, builtInRoleId(role) ?? "", operations) === "satisfied");
}

/** The worst verdict on a role that is held on the subscription. */
function statusOf(of: Model, role: string, operations: readonly Operation[]): string {
  const verdicts = evaluate({ operations, notCovered: [] }, [grant(of, role, HERE)], of);
  const statuses = verdicts.map(({ status }) => status);
  return ["missing", "conditional"].find((status) => statuses.some((one) => one === status)) ?? "satisfied";
}
