import { assignmentCondition, NO_ASSIGNMENTS } from "../../lib/azure/assignment-condition";
import { evaluate } from "../../lib/prerequisites/evaluate";
import { leastPrivilege } from "../../lib/prerequisites/least-privilege";
import { leastRole } from "../../lib/prerequisites/least-role";
import { needsOf } from "../../lib/prerequisites/operations";
import { showPlace } from "../../lib/prerequisites/place";
import { GUID, modelOf } from "../model/source";
import { GROUP, HERE, IDENTITY_ID, IN_GROUP, PROVIDER } from "./support";

const READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const proposed = (resource: object, json: object = {}) => {
  const model = modelOf({ provider: PROVIDER, resource, ...json } as Parameters<typeof modelOf>[0]);
  return leastPrivilege(needsOf(model), model);
};
const roles = (resource: object, json: object = {}) =>
  proposed(resource, json).roles.map(({ name, grant }) => `${name} ${showPlace(grant.place)}`);

const NIC = `${GROUP}/providers/Microsoft.Network/networkInterfaces/nic`;
const LISTS = `Reader ${HERE}`;

test.each([
  [
    "an identity",
    { azurerm_user_assigned_identity: { a: { name: "id", ...IN_GROUP } } },
    [LISTS, `Managed Identity Contributor ${GROUP}`],
  ],
  [
    "a machine with an identity that is there",
    {
      azurerm_linux_virtual_machine: {
        a: {
          name: "vm",
          ...IN_GROUP,
          network_interface_ids: [NIC],
          identity: { type: "UserAssigned", identity_ids: [IDENTITY_ID] },
        },
      },
    },
    [LISTS, `Virtual Machine Contributor ${GROUP}`, `Managed Identity Operator ${IDENTITY_ID}`],
  ],
  [
    "a group, which is made at the subscription with all that is in it",
    {
      azurerm_resource_group: { a: { name: "rg-new" } },
      azurerm_user_assigned_identity: {
        a: { name: "id", resource_group_name: "${azurerm_resource_group.a.name}" },
      },
    },
    [`Contributor ${HERE}`],
  ],
  [
    "a lock",
    { azurerm_management_lock: { a: { name: "lock", scope: GROUP } } },
    [LISTS, `Locks Contributor ${GROUP}`],
  ],
  [
    "a federated credential of an identity that is there",
    { azurerm_federated_identity_credential: { a: { name: "fic", parent_id: IDENTITY_ID } } },
    [LISTS, `Managed Identity Federated Identity Credential Contributor ${IDENTITY_ID}`],
  ],
])("for %s the roles are the ones of Azure's guides, where they can be held before", (_, resource, expected) => {
  expect(roles(resource)).toEqual(expected);
});

test("the state in a storage account needs its blobs", () => {
  const state = {
    subscription_id: HERE.split("/")[2],
    resource_group_name: "rg-state",
    storage_account_name: "ststate",
    container_name: "state",
  };
  const container = `${HERE}/resourceGroups/rg-state/providers/Microsoft.Storage/storageAccounts/ststate/blobServices/default/containers/state`;
  expect(roles({}, { terraform: { backend: { azurerm: { ...state, use_azuread_auth: true } } } })).toEqual([
    `Storage Blob Data Contributor ${container}`,
  ]);
});

const binding = (values: object = {}) => ({
  scope: GROUP,
  principal_id: GUID,
  principal_type: "ServicePrincipal",
  role_definition_name: "Reader",
  ...values,
});

test("who writes role assignments may assign exactly what the stack assigns", () => {
  const data = { scope: IDENTITY_ID, role_definition_name: "Contributor", principal_type: "Group" };
  const { roles: found, unlisted } = proposed({
    azurerm_role_assignment: { a: binding(), b: binding({ ...data }), c: binding() },
  });
  const limit = {
    roles: [READER, "b24988ac-6180-42a0-ab88-20f7382dd24c"],
    principalTypes: ["Group", "ServicePrincipal"],
  };
  expect(found.map(({ name, condition, grant }) => [name, condition, grant.limit])).toEqual([
    ["Reader", undefined, undefined],
    ["Role Based Access Control Administrator", assignmentCondition(limit), limit],
  ]);
  expect(unlisted).toEqual([]);
});

test("a role whose GUID is not known is said to be in no condition", () => {
  const { roles: found, unlisted } = proposed({
    azurerm_role_assignment: { a: binding(), b: binding({ role_definition_name: "${var.role}" }) },
  });
  expect(found[1]?.condition).toBe(assignmentCondition({ roles: [], principalTypes: ["ServicePrincipal"] }));
  expect(unlisted.map(({ address }) => address)).toEqual(["azurerm_role_assignment.b"]);
  const untyped = {
    azurerm_role_assignment: { b: binding({ role_definition_name: "${var.role}", principal_type: null }) },
  };
  expect(proposed(untyped).roles[1]?.condition).toBeUndefined();
});

test("a role of the app is in the condition where the app chooses its GUID", () => {
  const { roles: found } = proposed({
    azurerm_role_definition: { own: { name: "own", scope: GROUP, role_definition_id: GUID } },
    azurerm_role_assignment: {
      a: binding({
        role_definition_name: null,
        role_definition_id: "${azurerm_role_definition.own.role_definition_resource_id}",
      }),
    },
  });
  expect(found.map(({ name }) => name)).toEqual(["Reader", "User Access Administrator"]);
  expect(found[1]?.grant.limit).toEqual({ roles: [GUID], principalTypes: ["ServicePrincipal"] });
});

test("who only defines roles may assign none", () => {
  const { roles: found } = proposed({ azurerm_role_definition: { own: { name: "own", scope: GROUP } } });
  expect(found.map(({ name, condition }) => [name, condition])).toEqual([
    ["Reader", undefined],
    ["User Access Administrator", NO_ASSIGNMENTS],
  ]);
});

test("roles of one's own have nothing but what is asked for, and the same condition", () => {
  const resource = {
    azurerm_management_lock: { a: { name: "lock", scope: GROUP } },
    azurerm_role_assignment: { a: binding({ scope: HERE }) },
  };
  const { customRoles } = proposed(resource);
  expect(customRoles.map((role) => ({ ...role, place: showPlace(role.place) }))).toEqual([
    {
      place: HERE,
      actions: [
        "Microsoft.Authorization/roleAssignments/delete",
        "Microsoft.Authorization/roleAssignments/read",
        "Microsoft.Authorization/roleAssignments/write",
        "Microsoft.Authorization/roleDefinitions/read",
        "Microsoft.Resources/subscriptions/providers/read",
      ],
      dataActions: [],
      condition: assignmentCondition({ roles: [READER], principalTypes: ["ServicePrincipal"] }),
    },
    {
      place: GROUP,
      actions: ["delete", "read", "write"].map((verb) => `Microsoft.Authorization/locks/${verb}`),
      dataActions: [],
    },
  ]);
});

test("roles of one's own are enough as well", () => {
  const resource = {
    azurerm_resource_group: { a: { name: "rg-new" } },
    azurerm_linux_virtual_machine: { a: { name: "vm", ...IN_GROUP, network_interface_ids: [NIC] } },
    azurerm_role_assignment: { a: binding({ scope: "${azurerm_resource_group.a.id}" }) },
  };
  const model = modelOf({ provider: PROVIDER, resource });
  const { customRoles, leftOut } = leastPrivilege(needsOf(model), model);
  const none = { notActions: [], notDataActions: [], isConditional: false };
  const grants = customRoles.map(({ place, actions, dataActions }) => ({
    role: { permissions: [{ ...none, actions, dataActions }] },
    place,
  }));
  const open = evaluate(needsOf(model), grants, model).filter(({ status }) => status !== "satisfied");
  expect(open.map(({ operation }) => operation)).toEqual(leftOut);
});

test("what no built-in role allows, and what is not known, is said", () => {
  const { notCovered, leftOut, notAllowed } = proposed({
    azurerm_linux_web_app: { a: { name: "ca" } },
    azurerm_user_assigned_identity: { a: { name: "id", ...IN_GROUP } },
  });
  expect(notCovered.map(({ subject }) => subject.address)).toEqual(["azurerm_linux_web_app.a"]);
  expect(leftOut.map(({ action }) => action)).toEqual(["Microsoft.ManagedIdentity/register/action"]);
  expect(notAllowed).toEqual([]);
});

test("the least role for an action is one of the guides, and else the smallest of all", () => {
  const least = (action: string, isData = false) => leastRole([{ action, isData }]);
  expect(least("Microsoft.ManagedIdentity/userAssignedIdentities/assign/action")).toBe(
    "f1a07417-d97a-45cb-824c-7a7467783830",
  );
  expect(least("Microsoft.Resources/subscriptions/resourceGroups/write")).toBe(
    "b24988ac-6180-42a0-ab88-20f7382dd24c",
  );
  expect(least("Microsoft.KeyVault/vaults/secrets/getSecret/action", true)).toBe(
    "4633458b-17de-408a-b874-0445c86b69e6",
  );
  expect(least("Microsoft.Nothing/data/read", true)).toBeUndefined();
});

test("what the stack looks up is there before, what a machine makes with it is not", () => {
  const json = { data: { azurerm_resource_group: { here: { name: "rg-orders" } } } };
  const { customRoles } = proposed(
    { azurerm_linux_virtual_machine: { a: { name: "vm", ...IN_GROUP, network_interface_ids: [] } } },
    json,
  );
  expect(customRoles.map(({ place }) => showPlace(place))).toEqual([HERE, GROUP]);
});

test("a part of a resource that is there is made in the resource", () => {
  const network = `${GROUP}/providers/Microsoft.Network/virtualNetworks/vnet`;
  const { roles: found, customRoles } = proposed({
    azurerm_subnet: { a: { name: "machines", virtual_network_name: "vnet", ...IN_GROUP } },
  });
  expect(found.map(({ name, grant }) => `${name} ${showPlace(grant.place)}`)).toEqual([
    LISTS,
    `Network Contributor ${network}`,
  ]);
  expect(customRoles.map(({ place }) => showPlace(place))).toEqual([HERE, network]);
});

test("a role of one's own has nothing that one above it has", () => {
  const { customRoles } = proposed({
    azurerm_role_assignment: { a: binding({ scope: HERE }), b: binding() },
  });
  expect(customRoles.map(({ place }) => showPlace(place))).toEqual([HERE]);
});

test("what none of the guides' roles allows gets the smallest role that does", () => {
  const needs = needsOf(modelOf({}));
  const operation = {
    subject: { stack: "app", address: "x", path: "x" },
    phase: "read",
    action: "Microsoft.KeyVault/vaults/secrets/getSecret/action",
    isData: true,
    place: ["subscriptions", GUID],
    certainty: "always",
    why: "reads it",
  } as const;
  const nothing = { ...operation, action: "Microsoft.Nothing/at/all" };
  const found = leastPrivilege({ ...needs, operations: [operation, nothing] }, modelOf({}));
  expect(found.roles.map(({ name }) => name)).toEqual(["Key Vault Secrets User"]);
  expect(found.notAllowed).toEqual([nothing]);
});
