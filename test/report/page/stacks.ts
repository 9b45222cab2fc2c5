import type { StackSource } from "../../../lib/model/terraform-json";

const ROLES = [
  "Reader",
  "Key Vault Secrets User",
  "Storage Blob Data Contributor",
  "Storage Queue Data Message Processor",
  "AcrPull",
  "Monitoring Metrics Publisher",
];

/** A number of identities, each on a machine and with some roles, twenty of them in a stack. */
export function manyStacks(identities: number, rolesOfEach: number): StackSource[] {
  const count = Math.ceil(identities / 20);
  return Array.from({ length: count }, (_, at) => {
    const first = at * 20;
    return stackOf(`team-${at + 1}`, first, Math.min(20, identities - first), rolesOfEach);
  });
}

type Elements = Record<string, Record<string, unknown>>;

function stackOf(path: string, first: number, identities: number, rolesOfEach: number): StackSource {
  const subscription = `00000000-0000-0000-0000-${String(first).padStart(12, "0")}`;
  const resource: Record<string, Elements> = {
    azurerm_resource_group: {},
    azurerm_storage_account: {},
    azurerm_user_assigned_identity: {},
    azurerm_linux_virtual_machine: {},
    azurerm_role_assignment: {},
  };
  const add = (type: string, id: string, values: Record<string, unknown>) => {
    const elements = resource[type] as Elements;
    elements[id] = { ...values, "//": { metadata: { path: `${path}/${id}` } } };
  };
  for (let group = 0; group < 4; group++) {
    const name = `\${azurerm_resource_group.group-${group}.name}`;
    add("azurerm_resource_group", `group-${group}`, { name: `rg-${path}-${group}`, location: "westeurope" });
    for (let account = 0; account < 2; account++) {
      add("azurerm_storage_account", `account-${group}-${account}`, {
        name: `st${path.replace("-", "")}${group}${account}`,
        resource_group_name: name,
      });
    }
  }
  for (let at = 0; at < identities; at++) {
    const number = first + at + 1;
    const group = `\${azurerm_resource_group.group-${at % 4}.name}`;
    add("azurerm_user_assigned_identity", `identity-${number}`, {
      name: `id-orders-${number}`,
      resource_group_name: group,
      location: "westeurope",
    });
    add("azurerm_linux_virtual_machine", `vm-${number}`, {
      name: `vm-orders-${number}`,
      resource_group_name: group,
      identity: {
        type: at % 5 === 0 ? "SystemAssigned, UserAssigned" : "UserAssigned",
        identity_ids: [`\${azurerm_user_assigned_identity.identity-${number}.id}`],
      },
    });
    for (let role = 0; role < rolesOfEach; role++) {
      const scope =
        (at + role) % 3 === 0
          ? `azurerm_resource_group.group-${at % 4}`
          : `azurerm_storage_account.account-${(at + role) % 4}-${role % 2}`;
      add("azurerm_role_assignment", `binding-${number}-${role}`, {
        principal_id: `\${azurerm_user_assigned_identity.identity-${number}.principal_id}`,
        principal_type: "ServicePrincipal",
        role_definition_name: ROLES[(at + role) % ROLES.length],
        scope: `\${${scope}.id}`,
      });
    }
  }
  const json = { provider: { azurerm: [{ features: [{}], subscription_id: subscription }] }, resource };
  return { path, json: json as unknown as StackSource["json"], own: new Set(), merged: [] };
}

export const EVIL = `</script></title><img src=x onerror="document.title='taken'"><!--'&amp;`;

/** Names as long as nobody should have them, and names that are not what they seem. */
export function awkwardStacks(): StackSource[] {
  const long = "platform-shared-services-westeurope-production-".repeat(3);
  const resource = {
    azurerm_resource_group: { group: { name: `rg-${long}`, location: "westeurope" } },
    azurerm_user_assigned_identity: {
      long: { name: `id-${long}`, resource_group_name: `rg-${long}`, location: "westeurope" },
      evil: { name: EVIL, resource_group_name: EVIL, "//": { metadata: { path: EVIL } } },
    },
    azurerm_linux_virtual_machine: {
      long: {
        name: `vm-${long}`,
        resource_group_name: `rg-${long}`,
        identity: [
          {
            type: "SystemAssigned, UserAssigned",
            identity_ids: [
              "${azurerm_user_assigned_identity.long.id}",
              "${azurerm_user_assigned_identity.evil.id}",
            ],
          },
        ],
      },
    },
    azurerm_federated_identity_credential: {
      evil: {
        name: EVIL,
        parent_id: "${azurerm_user_assigned_identity.evil.id}",
        issuer: "https://token.actions.githubusercontent.com",
        subject: `repo:${EVIL}`,
        audience: ["api://AzureADTokenExchange"],
      },
    },
    azurerm_role_assignment: {
      long: {
        principal_id: "${azurerm_user_assigned_identity.long.principal_id}",
        role_definition_name: "Azure Kubernetes Service Contributor Role",
        scope: "${azurerm_resource_group.group.id}",
      },
      evil: {
        principal_id: "${azurerm_user_assigned_identity.evil.principal_id}",
        role_definition_name: EVIL,
        scope: `/subscriptions/${EVIL}/resourceGroups/${EVIL}`,
        condition: EVIL,
      },
      function: {
        principal_id: '${lookup(var.principals, "orders", "nobody")}',
        role_definition_name: "Reader",
        scope: '${coalesce(var.scope, data.azurerm_subscription.current.id, "/subscriptions/none")}',
      },
    },
  };
  const json = { resource, data: { azurerm_subscription: { current: {} } } };
  return [{ path: EVIL, json: json as unknown as StackSource["json"], own: new Set(), merged: [] }];
}
