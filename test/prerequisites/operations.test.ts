import { readModel } from "../../lib/model/model";
import { needsOf, needsOfStack } from "../../lib/prerequisites/operations";
import { modelOf, OTHER_SUBSCRIPTION, SUBSCRIPTION, source } from "../model/source";
import { GROUP, HERE, IDENTITY_ID, IN_GROUP, lines, operationsAt, PROVIDER } from "./support";

const MACHINE = "azurerm_linux_virtual_machine.a";
const machine = (values: object, provider: unknown = PROVIDER) =>
  modelOf({
    provider: provider as typeof PROVIDER,
    resource: {
      azurerm_linux_virtual_machine: { a: { name: "vm-orders", ...IN_GROUP, ...values } },
      azurerm_user_assigned_identity: { orders: { name: "id-orders", ...IN_GROUP } },
    },
  });
const actions = (model: ReturnType<typeof modelOf>, address = MACHINE) =>
  operationsAt(model, address).map(({ action }) => action);

test("an identity is created in its group, and read, changed and deleted at its own place", () => {
  const type = "Microsoft.ManagedIdentity/userAssignedIdentities";
  expect(lines(machine({}), "azurerm_user_assigned_identity.orders")).toEqual([
    `create always ${type}/read ${GROUP}`,
    `create always ${type}/write ${GROUP}`,
    `update always ${type}/write ${IDENTITY_ID}`,
    `read always ${type}/read ${IDENTITY_ID}`,
    `delete always ${type}/delete ${IDENTITY_ID}`,
  ]);
});

test("attaching an identity is checked at each identity, and nowhere without one", () => {
  const assign = "create always Microsoft.ManagedIdentity/userAssignedIdentities/assign/action";
  const other = IDENTITY_ID.replace("id-orders", "id-other");
  const identity = [
    { type: "UserAssigned", identity_ids: ["${azurerm_user_assigned_identity.orders.id}", other] },
  ];
  const found = lines(machine({ identity }), MACHINE).filter((line) => line.includes("/assign/"));
  expect(found).toEqual([`${assign} ${IDENTITY_ID}`, `${assign} ${other}`]);
  expect(actions(machine({ identity: { type: "SystemAssigned" } })).join()).not.toContain("/assign/");
});

test("identities that a dynamic block gives may be attached", () => {
  const found = lines(machine({ dynamic: { identity: { for_each: "${var.x}" } } }), MACHINE);
  expect(found.filter((line) => line.includes("/assign/"))).toEqual([
    `create conditional Microsoft.ManagedIdentity/userAssignedIdentities/assign/action /<identity.identity_ids of ${MACHINE}>`,
  ]);
});

test("network interfaces and images are joined and read where they are", () => {
  const nic = `${GROUP}/providers/Microsoft.Network/networkInterfaces/nic`;
  const image = `${GROUP}/providers/Microsoft.Compute/images/own`;
  const version = `${GROUP}/providers/Microsoft.Compute/galleries/g/images/own/versions/1.0.0`;
  expect(lines(machine({ network_interface_ids: [nic], source_image_id: image }), MACHINE)).toEqual(
    expect.arrayContaining([
      `create always Microsoft.Network/networkInterfaces/join/action ${nic}`,
      `create always Microsoft.Compute/images/read ${image}`,
    ]),
  );
  expect(lines(machine({ source_image_id: version }), MACHINE)).toContain(
    `create always Microsoft.Compute/galleries/images/versions/read ${version}`,
  );
});

test("the OS disk is in the group of its machine", () => {
  expect(lines(machine({ os_disk: [{ name: "disk-orders" }] }), MACHINE)).toContain(
    `read always Microsoft.Compute/disks/read ${GROUP}/providers/Microsoft.Compute/disks/disk-orders`,
  );
  expect(lines(machine({}), MACHINE)).toContain(
    `read always Microsoft.Compute/disks/read ${GROUP}/providers/Microsoft.Compute/disks/<OS disk of ${MACHINE}>`,
  );
});

test.each([
  ["on, as it is when nothing is said", {}, "delete always"],
  ["off", { virtual_machine: [{ delete_os_disk_on_deletion: false }] }, undefined],
  [
    "a matter of a variable",
    { virtual_machine: [{ delete_os_disk_on_deletion: "${var.x}" }] },
    "delete conditional",
  ],
])("the OS disk is deleted where the provider's feature is not off: %s", (_, features, expected) => {
  const provider = { azurerm: [{ features: [features], subscription_id: SUBSCRIPTION }] };
  const found = lines(machine({}, provider), MACHINE).filter((line) => line.includes("/disks/delete"));
  expect(found.map((line) => line.split(" Microsoft")[0])).toEqual(expected ? [expected] : []);
});

test.each([
  ["azurerm_linux_virtual_machine", "virtual_machine", "delete_os_disk_on_deletion", "/disks/delete"],
  ["azurerm_resource_group", "resource_group", "prevent_deletion_if_contains_resources", "/resources/read"],
])("a feature is that of the block of the provider which a resource names: %s", (type, feature, name, word) => {
  const off = { alias: "hub", features: [{ [feature]: [{ [name]: false }] }] };
  const values = { name: "orders", ...IN_GROUP };
  const model = modelOf({
    provider: { azurerm: [{ subscription_id: SUBSCRIPTION }, off] },
    resource: { [type]: { here: values, there: { ...values, provider: "azurerm.hub" } } },
  });
  expect(actions(model, `${type}.here`).join()).toContain(word);
  expect(actions(model, `${type}.there`).join()).not.toContain(word);
});

test("a security group is joined by the network interface that an association gives it to", () => {
  const model = modelOf({
    provider: PROVIDER,
    resource: {
      azurerm_network_interface: { a: { name: "nic-a", ...IN_GROUP }, b: { name: "nic-b", ...IN_GROUP } },
      azurerm_network_security_group: { a: { name: "nsg", ...IN_GROUP } },
      azurerm_network_interface_security_group_association: {
        a: {
          network_interface_id: "${azurerm_network_interface.a.id}",
          network_security_group_id: "${azurerm_network_security_group.a.id}",
        },
      },
    },
  });
  expect(lines(model, "azurerm_network_interface.a")).toContain(
    `create always Microsoft.Network/networkSecurityGroups/join/action ${GROUP}/providers/Microsoft.Network/networkSecurityGroups/nsg`,
  );
  expect(lines(model, "azurerm_network_interface.b").join()).not.toContain("networkSecurityGroups");
});

test("a role is written at its scope and at each one where it can be assigned", () => {
  const model = modelOf({
    provider: PROVIDER,
    resource: {
      azurerm_role_definition: { own: { name: "own", scope: HERE, assignable_scopes: [HERE, GROUP] } },
    },
  });
  const places = operationsAt(model, "azurerm_role_definition.own")
    .filter(({ action, phase }) => phase === "create" && action.endsWith("/write"))
    .map(({ place }) => `/${place.join("/")}`);
  expect(places).toEqual([HERE, HERE, GROUP]);
});

test("what is not in the table is not covered, and other providers ask nothing of Azure", () => {
  const model = modelOf({
    provider: PROVIDER,
    resource: {
      azurerm_linux_web_app: { app: { name: "app" } },
      azuread_group_member: { a: { group_object_id: "g" } },
      time_sleep: { wait: { create_duration: "30s" } },
    },
    data: { azurerm_client_config: { me: {} }, azurerm_kubernetes_cluster: { a: { name: "aks" } } },
  });
  expect(needsOf(model).notCovered.map(({ subject, reason }) => [subject.address, reason])).toEqual([
    ["azurerm_linux_web_app.app", "what Azure is asked for with azurerm_linux_web_app is not known"],
    [
      "azuread_group_member.a",
      "azuread_group_member is a matter of permissions in Microsoft Graph, not of roles of Azure",
    ],
    [
      "data.azurerm_kubernetes_cluster.a",
      "what Azure is asked for with azurerm_kubernetes_cluster is not known",
    ],
  ]);
  expect(new Set(needsOf(model).operations.map(({ subject }) => subject.address))).toEqual(
    new Set(["provider.azurerm"]),
  );
});

test("what a module makes is not covered, unless an override took the module out", () => {
  const modules: Record<string, object> = { network: { source: "./network" }, gone: null as never };
  const model = modelOf({ provider: PROVIDER, module: modules } as Parameters<typeof modelOf>[0]);
  expect(needsOf(model).notCovered).toEqual([
    {
      subject: { stack: "app", address: "module.network", path: "module.network" },
      reason: "what Azure is asked for with a module is not known",
    },
  ]);
});

test("data sources read what they look up", () => {
  const model = modelOf({
    provider: PROVIDER,
    data: {
      azurerm_resource_group: { here: { name: "rg-orders" } },
      azurerm_virtual_machine: { a: { name: "vm-orders", resource_group_name: "rg-orders" } },
      azurerm_subscription: { here: {} },
    },
  });
  expect(lines(model, "data.azurerm_resource_group.here")).toEqual([
    `read always Microsoft.Resources/subscriptions/resourceGroups/read ${GROUP}`,
  ]);
  expect(lines(model, "data.azurerm_virtual_machine.a")).toEqual([
    `read always Microsoft.Compute/virtualMachines/read ${GROUP}/providers/Microsoft.Compute/virtualMachines/vm-orders`,
  ]);
  expect(lines(model, "data.azurerm_subscription.here")).toEqual([
    `read uncertain Microsoft.Resources/subscriptions/read ${HERE}`,
  ]);
});

test("each block of the provider lists resource providers, and may register those that are used", () => {
  const model = machine(
    {},
    { azurerm: [{ subscription_id: SUBSCRIPTION }, { alias: "hub", subscription_id: OTHER_SUBSCRIPTION }] },
  );
  expect(lines(model, "provider.azurerm")).toEqual([
    `configure always Microsoft.Resources/subscriptions/providers/read ${HERE}`,
    `configure conditional Microsoft.Compute/register/action ${HERE}`,
    `configure conditional Microsoft.ManagedIdentity/register/action ${HERE}`,
  ]);
  expect(lines(model, "provider.azurerm.hub")[0]).toContain(OTHER_SUBSCRIPTION);
});

test("a provider that registers none lists them only to validate more", () => {
  const none = { subscription_id: SUBSCRIPTION, resource_provider_registrations: "none" };
  expect(lines(machine({}, { azurerm: [none] }), "provider.azurerm")).toEqual([
    `configure conditional Microsoft.Resources/subscriptions/providers/read ${HERE}`,
  ]);
  const some = { ...none, resource_providers_to_register: ["Microsoft.Compute"] };
  expect(lines(machine({}, { azurerm: [some] }), "provider.azurerm")).toEqual([
    `configure always Microsoft.Resources/subscriptions/providers/read ${HERE}`,
    `configure conditional Microsoft.Compute/register/action ${HERE}`,
  ]);
});

const ACCOUNT = `${GROUP}/providers/Microsoft.Storage/storageAccounts/ststate`;
const STATE = {
  subscription_id: SUBSCRIPTION,
  resource_group_name: "rg-orders",
  storage_account_name: "ststate",
  container_name: "state",
};

test.each([
  [
    "without a key, the key is asked for",
    {},
    [`configure conditional Microsoft.Storage/storageAccounts/listKeys/action ${ACCOUNT}`],
  ],
  [
    "with Entra, blobs are read and written",
    { use_azuread_auth: true },
    ["read", "write"].map(
      (verb) =>
        `configure always data Microsoft.Storage/storageAccounts/blobServices/containers/blobs/${verb} ${ACCOUNT}/blobServices/default/containers/state`,
    ),
  ],
  ["with a key, nothing", { access_key: "${var.key}" }, []],
])("the state is kept in a storage account: %s", (_, more, expected) => {
  const model = modelOf({ provider: PROVIDER, terraform: { backend: { azurerm: { ...STATE, ...more } } } });
  expect(lines(model, "terraform.backend.azurerm")).toEqual(expected);
});

test("the state of another stack is read", () => {
  const config = { ...STATE, use_azuread_auth: true };
  const model = modelOf({
    data: { terraform_remote_state: { other: { backend: "azurerm", config }, local: { backend: "local" } } },
  });
  expect(actions(model, "data.terraform_remote_state.other")).toEqual([
    "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read",
  ]);
  expect(needsOf(model).notCovered).toEqual([]);
});

test("of several stacks each has needs of its own", () => {
  const resource = { azurerm_resource_group: { a: { name: "rg-a" } }, azurerm_linux_web_app: { a: {} } };
  const model = readModel([source("one", { resource }), source("two", {})]);
  const { operations, notCovered } = needsOfStack(needsOf(model), "one");
  expect(operations.length).toBeGreaterThan(5);
  expect(notCovered).toHaveLength(1);
  expect(needsOfStack(needsOf(model), "two")).toEqual({ operations: [], notCovered: [] });
});

test("why an action is asked for is the rest of a sentence about the resource", () => {
  const nic = {
    name: "nic",
    ...IN_GROUP,
    ip_configuration: [{ subnet_id: "${var.subnet}", public_ip_address_id: "${var.ip}" }],
  };
  const model = modelOf({ provider: PROVIDER, resource: { azurerm_network_interface: { a: nic } } });
  const whys = operationsAt(model, "azurerm_network_interface.a").map(({ why }) => why);
  expect([...new Set(whys)]).toEqual([
    "looks whether it is there already",
    "creates it",
    "reads it before a change",
    "changes it",
    "reads it back",
    "looks whether it is gone",
    "deletes it",
    "joins its subnet",
    "joins its public IP address",
    "follows the work until it is done",
  ]);
});

/** Actions of one resource of a type with some arguments. */
function actionsOf(type: string, values: object, provider: object = {}): string {
  const model = modelOf({
    provider: { azurerm: [{ subscription_id: SUBSCRIPTION, ...provider }] },
    resource: { [type]: { a: { name: "a", ...IN_GROUP, ...values } } },
  });
  return lines(model, `${type}.a`).join("\n");
}

test.each<[argument: string, type: string, given: object, action: string]>([
  ["account_kind", "azurerm_storage_account", { account_kind: "FileStorage" }, "/blobServices/read"],
  ["account_kind", "azurerm_storage_account", { account_kind: "BlockBlobStorage" }, "/fileServices/read"],
  [
    "upgrade_mode",
    "azurerm_linux_virtual_machine_scale_set",
    { upgrade_mode: "Rolling" },
    "/manualUpgrade/action",
  ],
  ["purge_protection_enabled", "azurerm_key_vault", { purge_protection_enabled: true }, "/purge/action"],
])("the argument %s of %s rules out what it turns off: %j", (_, type, given, action) => {
  expect(actionsOf(type, {})).toContain(action);
  expect(actionsOf(type, given)).not.toContain(action);
});

test.each<[type: string, given: object, action: string]>([
  [
    "azurerm_linux_virtual_machine_scale_set",
    { automatic_os_upgrade_policy: [{ enable_automatic_os_upgrade: true }] },
    "/osRollingUpgrade/action",
  ],
  ["azurerm_key_vault", { access_policy: [{ object_id: "x" }] }, "/accessPolicies/write"],
  ["azurerm_role_assignment", { delegated_managed_identity_resource_id: IDENTITY_ID }, "/subscriptions/read"],
])("%s asks for what %j turns on", (type, given, action) => {
  expect(actionsOf(type, given)).toContain(action);
  expect(actionsOf(type, {})).not.toContain(action);
});

test("azurerm 4 replaces a role assignment instead of changing it", () => {
  expect(actionsOf("azurerm_role_assignment", { scope: GROUP })).not.toContain("update");
});

test("a key that the provider does not use is not asked for when an account is made", () => {
  const key = "create always Microsoft.Storage/storageAccounts/listKeys/action";
  expect(actionsOf("azurerm_storage_account", {})).toContain(key);
  expect(actionsOf("azurerm_storage_account", {}, { storage_use_azuread: "true" })).not.toContain(key);
});

test("a subnet is made at its network and read at its own place", () => {
  const network = `${GROUP}/providers/Microsoft.Network/virtualNetworks/vnet`;
  const found = actionsOf("azurerm_subnet", { virtual_network_name: "vnet" }).split("\n");
  expect(found).toContain(`create always Microsoft.Network/virtualNetworks/subnets/write ${network}`);
  expect(found).toContain(`read always Microsoft.Network/virtualNetworks/subnets/read ${network}/subnets/a`);
});

test("public addresses of its network interfaces are read with a machine, and may be refused", () => {
  const ip = `${GROUP}/providers/Microsoft.Network/publicIPAddresses/pip`;
  const model = modelOf({
    provider: PROVIDER,
    resource: {
      azurerm_network_interface: {
        n: { name: "n", ...IN_GROUP, ip_configuration: { public_ip_address_id: ip } },
      },
      azurerm_linux_virtual_machine: {
        a: { name: "vm", ...IN_GROUP, network_interface_ids: ["${azurerm_network_interface.n.id}"] },
      },
    },
  });
  expect(lines(model, MACHINE)).toContain(`read tolerated Microsoft.Network/publicIPAddresses/read ${ip}`);
});

test("a provider of former days that skips registration registers none", () => {
  const none = { azurerm: [{ subscription_id: SUBSCRIPTION, skip_provider_registration: true }] };
  expect(actions(machine({}, none), "provider.azurerm").join()).not.toContain("register");
});

test("a token for the state needs nothing", () => {
  const backend = { azurerm: { ...STATE, sas_token: "${var.token}" } };
  expect(lines(modelOf({ provider: PROVIDER, terraform: { backend } }), "terraform.backend.azurerm")).toEqual(
    [],
  );
});

test("a container app joins its environment, and a registry is replicated where it says so", () => {
  const environment = `${GROUP}/providers/Microsoft.App/managedEnvironments/cae`;
  expect(actionsOf("azurerm_container_app", { container_app_environment_id: environment })).toContain(
    `create always Microsoft.App/managedEnvironments/join/action ${environment}`,
  );
  const replicated = "create always Microsoft.ContainerRegistry/registries/replications/write";
  expect(actionsOf("azurerm_container_registry", {})).not.toContain(replicated);
  expect(actionsOf("azurerm_container_registry", {})).toContain(
    replicated.replace("create always", "update conditional"),
  );
  expect(actionsOf("azurerm_container_registry", { georeplications: [{ location: "eu" }] })).toContain(
    replicated,
  );
});

test("an environment of container apps reads the workspace of its logs where it has one", () => {
  const workspace = `${GROUP}/providers/Microsoft.OperationalInsights/workspaces/logs`;
  expect(actionsOf("azurerm_container_app_environment", {})).not.toContain("OperationalInsights");
  const found = actionsOf("azurerm_container_app_environment", { log_analytics_workspace_id: workspace });
  expect(found).toContain(
    `create always Microsoft.OperationalInsights/workspaces/sharedKeys/action ${workspace}`,
  );
  expect(found).toContain(`read tolerated Microsoft.OperationalInsights/workspaces/read ${HERE}`);
});

test("the password of a registry's administrator is read where there is one", () => {
  const read = "/listCredentials/action";
  expect(actionsOf("azurerm_container_registry", {})).not.toContain(read);
  expect(actionsOf("azurerm_container_registry", { admin_enabled: true })).toContain(read);
});

test("whether resource providers are listed for certain is open where a variable says which are registered", () => {
  const late = { subscription_id: SUBSCRIPTION, resource_provider_registrations: "${var.registrations}" };
  expect(lines(machine({}, { azurerm: [late] }), "provider.azurerm")[0]).toBe(
    `configure conditional Microsoft.Resources/subscriptions/providers/read ${HERE}`,
  );
});
