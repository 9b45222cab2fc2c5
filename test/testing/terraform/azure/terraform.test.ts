import { Azure, azureProviders, withSensitive } from "../../../../lib/testing/terraform/azure";
import { logText } from "../../../../lib/testing/terraform/provider/log";
import { serveProviders } from "../../../../lib/testing/terraform/provider/server";
import { Workspace } from "../../../../lib/testing/terraform/run/workspace";
import { deriveSchemas } from "../../../../lib/testing/terraform/schema/derive";
import { neededSchemas } from "../../../../lib/testing/terraform/schema/needs";
import { linux } from "./machine";
import { READER, SUBSCRIPTION } from "./support";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const item of open.splice(0).reverse()) await item.close();
});

function configured(resource: object) {
  return { provider: { azurerm: [{ features: [{}], subscription_id: SUBSCRIPTION }] }, resource };
}

async function stack(resource: object, azure = new Azure()): Promise<Workspace> {
  const configuration = configured(resource);
  const schemas = deriveSchemas(neededSchemas(configuration)).map(withSensitive);
  const behaviours = azureProviders(azure, schemas);
  const served = await serveProviders(
    schemas.flatMap((schema) => {
      const behaviour = behaviours[schema.name];
      return behaviour ? [{ schema, behaviour }] : [];
    }),
  );
  open.push(served);
  const made = new Workspace(configuration, {
    reattach: () => served.reattach,
    log: () => logText(served.log),
  });
  open.push(made);
  return made;
}

const PLACE = { resource_group_name: "${azurerm_resource_group.rg.name}", location: "West Europe" };
const REST = {
  azurerm_resource_group: { rg: { name: "rg", location: "West Europe" } },
  azurerm_virtual_network: { net: { ...PLACE, name: "net", address_space: ["10.0.0.0/16"] } },
  azurerm_subnet: {
    apps: {
      name: "apps",
      resource_group_name: PLACE.resource_group_name,
      virtual_network_name: "${azurerm_virtual_network.net.name}",
      address_prefixes: ["10.0.0.0/24"],
    },
  },
  azurerm_network_interface: {
    nic: {
      ...PLACE,
      name: "nic",
      ip_configuration: [
        { name: "ip", subnet_id: "${azurerm_subnet.apps.id}", private_ip_address_allocation: "Dynamic" },
      ],
    },
  },
  azurerm_user_assigned_identity: { app: { ...PLACE, name: "id-app" } },
};

function vm(identity: object[]): object {
  const network_interface_ids = ["${azurerm_network_interface.nic.id}"];
  return { azurerm_linux_virtual_machine: { vm: linux({ ...PLACE, network_interface_ids, identity }) } };
}

function reader(given: object): object {
  const scope = "${azurerm_resource_group.rg.id}";
  return { azurerm_role_assignment: { reader: { scope, role_definition_name: "Reader", ...given } } };
}

const BOTH = {
  type: "SystemAssigned, UserAssigned",
  identity_ids: ["${azurerm_user_assigned_identity.app.id}"],
};
const SYSTEM = { principal_id: "${azurerm_linux_virtual_machine.vm.identity[0].principal_id}" };
const APP = { principal_id: "${azurerm_user_assigned_identity.app.principal_id}" };

test("a machine with both identities and its role is applied, plans empty again, and is destroyed", async () => {
  const azure = new Azure();
  const at = await stack({ ...REST, ...vm([BOTH]), ...reader(SYSTEM) }, azure);
  expect((await at.apply()).added).toBe(7);
  expect((await at.plan()).isEmpty).toBe(true);
  await at.destroy();
  expect(azure.all()).toEqual([]);
  expect([...azure.generic]).toEqual([]);
}, 60_000);

test("a role id with another prefix than Azure's is replaced by each plan", async () => {
  const role_definition_id = `/providers/Microsoft.Authorization/roleDefinitions/${READER}`;
  const at = await stack({ ...REST, ...reader({ ...APP, role_definition_name: null, role_definition_id }) });
  await at.apply();
  const { changes } = await at.plan();
  expect(changes).toMatchObject([
    { type: "azurerm_role_assignment", replacePaths: [["role_definition_id"]] },
  ]);
}, 60_000);

test("a system identity that is switched on is not there yet for a role assignment of the same plan", async () => {
  const at = await stack({ ...REST, ...vm([]), ...reader(APP) });
  await at.apply();
  await at.write(configured({ ...REST, ...vm([BOTH]), ...reader(SYSTEM) }));
  await expect(at.plan()).rejects.toThrow('The argument "principal_id" is required');
}, 60_000);

test("what Azure refuses is Terraform's error, in Azure's words", async () => {
  const twice = { ...reader(APP) } as { azurerm_role_assignment: { reader: object } };
  const assignments = { ...twice.azurerm_role_assignment, again: twice.azurerm_role_assignment.reader };
  const at = await stack({ ...REST, azurerm_role_assignment: assignments });
  await expect(at.apply()).rejects.toThrow("RoleAssignmentExists");
}, 60_000);

test("a group with a machine that Terraform does not know is not destroyed", async () => {
  const azure = new Azure();
  const at = await stack(REST, azure);
  await at.apply();
  const group = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`;
  azure.put({ id: `${group}/providers/Microsoft.Compute/virtualMachines/other` });
  await expect(at.destroy()).rejects.toThrow("still contains Resources");
}, 60_000);
