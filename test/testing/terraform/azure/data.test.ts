import type { ObjectValue } from "../../../../lib/testing/terraform/provider/value";
import { machine, NIC } from "./machine";
import { assignment, Desk, GROUP, IDENTITIES, identity, inGroup, READER, SUBSCRIPTION } from "./support";

const named = { name: "vm", resource_group_name: "rg" };

test("a machine is looked up with its identity, none being an empty list", () => {
  const desk = new Desk({ existing: [NIC] });
  machine(desk, { type: "SystemAssigned" });
  const { identity: found } = desk.data("azurerm_virtual_machine", named);
  expect(found).toEqual([
    {
      type: "SystemAssigned",
      identity_ids: null,
      principal_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      tenant_id: desk.azure.tenantId,
    },
  ]);
  machine(desk, undefined, "plain");
  expect(desk.data("azurerm_virtual_machine", { ...named, name: "plain" }).identity).toEqual([]);
});

test("what is not there is not found", () => {
  expect(() => new Desk().data("azurerm_virtual_machine", named)).toThrow("was not found");
});

test("an identity that existed before is the same in resource and data source", () => {
  const desk = new Desk({ existing: [`${IDENTITIES}/id-app`] });
  const found = desk.data("azurerm_user_assigned_identity", { ...named, name: "id-app" });
  expect(desk.azure.principals.find(String(found.principal_id))?.type).toBe("ServicePrincipal");
  expect(() => identity(desk)).toThrow("needs to be imported");
  const imported = desk.read("azurerm_user_assigned_identity", { id: String(found.id) });
  expect(imported).toMatchObject({
    name: "id-app",
    resource_group_name: "rg",
    principal_id: found.principal_id,
    client_id: found.client_id,
  });
});

test("the deployer can be given a role, as a user or as a service principal", () => {
  const desk = new Desk();
  const { object_id } = desk.data("azurerm_client_config", {});
  expect(desk.azure.principals.find(String(object_id))).toEqual({ id: object_id });
});

test("a role is looked up by name, with the prefix of the scope", () => {
  const definition = `/providers/Microsoft.Authorization/roleDefinitions/${READER}`;
  const at = (scope?: string) =>
    new Desk().data("azurerm_role_definition", { name: "Reader", ...(scope && { scope }) }).id;
  expect(at(GROUP)).toBe(`/subscriptions/${SUBSCRIPTION}${definition}`);
  expect(at()).toBe(definition);
});

test("the subscription is the provider's, or one that exists", () => {
  const desk = new Desk({ subscriptionId: SUBSCRIPTION });
  expect(desk.data("azurerm_subscription", {}).id).toBe(`/subscriptions/${SUBSCRIPTION}`);
  const other = { subscription_id: "99999999-1111-1111-1111-111111111111" };
  expect(() => desk.data("azurerm_subscription", other)).toThrow("was not found");
});

test("resources are listed, without roles and children", () => {
  const subnet = `${GROUP}/providers/Microsoft.Network/virtualNetworks/net/subnets/apps`;
  const desk = new Desk({ existing: [subnet, `${GROUP}2`] });
  const { principal_id } = identity(desk, "id-one");
  identity(desk, "id-two");
  desk.create("azurerm_role_assignment", assignment({ principal_id }));
  const names = (given: object) => {
    const { resources } = desk.data("azurerm_resources", given) as { resources: ObjectValue[] };
    return resources.map(({ name }) => name);
  };
  expect(names({ resource_group_name: "rg" })).toEqual(["net", "id-one", "id-two"]);
  expect(names({ type: "Microsoft.ManagedIdentity/userAssignedIdentities" })).toEqual(["id-one", "id-two"]);
  expect(names({ resource_group_name: "rg2" })).toEqual([]);
});

test("a type without rules is stood in for, in its parent, and noted", () => {
  const desk = new Desk();
  const vault = desk.create(
    "azurerm_key_vault",
    inGroup({ name: "kv-orders", tenant_id: desk.azure.tenantId, sku_name: "standard" }),
  );
  const given = { name: "secret", key_vault_id: vault.id, key_opts: ["sign"], key_type: "EC" };
  const secret = desk.create("azurerm_key_vault_key", given);
  expect(secret.id).toBe(`${String(vault.id)}/keyVaultKey/secret`);
  expect([...desk.azure.generic]).toEqual(["azurerm_key_vault_key"]);
  const changed = { key_vault_id: "/other" };
  expect(desk.replacedBy("azurerm_key_vault_key", secret, changed)).toContain("key_vault_id");
});

test("what has neither a name nor rules is told apart by what it says", () => {
  const desk = new Desk({ existing: [NIC] });
  const bind = (group: string) =>
    desk.create("azurerm_network_interface_security_group_association", {
      network_interface_id: NIC,
      network_security_group_id: `${GROUP}/providers/Microsoft.Network/networkSecurityGroups/${group}`,
    }).id;
  const [one, other] = [bind("one"), bind("other")];
  expect(one).not.toBe(other);
});

test("a subnet outlives the association that has its id", () => {
  const net = `${GROUP}/providers/Microsoft.Network/virtualNetworks/net/subnets/apps`;
  const group = `${GROUP}/providers/Microsoft.Network/networkSecurityGroups/nsg`;
  const desk = new Desk({ existing: [net, group] });
  const type = "azurerm_subnet_network_security_group_association";
  const made = desk.create(type, { subnet_id: net, network_security_group_id: group });
  expect(made.id).toBe(net);
  desk.remove(type, made);
  expect(desk.read(type, made)).toBeNull();
  expect(desk.azure.find(net)).toBeDefined();
});
