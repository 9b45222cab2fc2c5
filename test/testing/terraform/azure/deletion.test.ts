import { linux, NIC } from "./machine";
import { assignment, Desk, GROUP, identity, inGroup } from "./support";

const LOCK = "azurerm_management_lock";
const RG = "azurerm_resource_group";

describe("a lock", () => {
  test("keeps what it covers from deletion, role assignments too, until it is gone", () => {
    const desk = new Desk();
    const { principal_id } = identity(desk);
    const bound = desk.create("azurerm_role_assignment", assignment({ principal_id }));
    const lock = desk.create(LOCK, { name: "keep", scope: GROUP, lock_level: "CanNotDelete" });
    expect(() => desk.remove("azurerm_role_assignment", bound)).toThrow("ScopeLocked");
    desk.remove(LOCK, lock);
    desk.remove("azurerm_role_assignment", bound);
    expect(desk.read("azurerm_role_assignment", bound)).toBeNull();
  });

  test("that only forbids deletion lets writes pass; one that is read-only does not", () => {
    const desk = new Desk();
    const lock = desk.create(LOCK, { name: "keep", scope: GROUP, lock_level: "CanNotDelete" });
    expect(() => identity(desk, "id-one")).not.toThrow();
    desk.remove(LOCK, lock);
    desk.create(LOCK, { name: "keep", scope: GROUP, lock_level: "ReadOnly" });
    expect(() => identity(desk, "id-two")).toThrow("ScopeLocked");
  });

  test("covers no group whose name begins like its own", () => {
    const desk = new Desk({ existing: [GROUP, `${GROUP}2`] });
    desk.create(LOCK, { name: "keep", scope: GROUP, lock_level: "ReadOnly" });
    const elsewhere = inGroup({ name: "id-app", resource_group_name: "rg2" });
    expect(() => desk.create("azurerm_user_assigned_identity", elsewhere)).not.toThrow();
  });
});

describe("a resource group", () => {
  const make = () => {
    const desk = new Desk({});
    return { desk, group: desk.create(RG, { name: "rg", location: "westeurope" }) };
  };

  test("with resources inside is kept by azurerm, unless its features say otherwise", () => {
    const { desk, group } = make();
    const inside = identity(desk);
    expect(() => desk.remove(RG, group)).toThrow("still contains Resources");
    desk.provider = {
      ...desk.provider,
      features: [{ resource_group: [{ prevent_deletion_if_contains_resources: false }] }],
    };
    desk.remove(RG, group);
    expect(desk.read("azurerm_user_assigned_identity", inside)).toBeNull();
  });

  test("with no more than a role assignment is deleted", () => {
    const { desk, group } = make();
    const principal = "44444444-4444-4444-4444-444444444444";
    desk.azure.principals.add({ id: principal });
    desk.create("azurerm_role_assignment", assignment({ principal_id: principal }));
    expect(() => desk.remove(RG, group)).not.toThrow();
  });
});

test("a network interface in use is not deleted", () => {
  const subnet = `${GROUP}/providers/Microsoft.Network/virtualNetworks/net/subnets/apps`;
  const desk = new Desk({ existing: [subnet] });
  const ip = { name: "ip", subnet_id: subnet, private_ip_address_allocation: "Dynamic" };
  const nic = desk.create("azurerm_network_interface", inGroup({ name: "nic", ip_configuration: [ip] }));
  expect(nic.id).toBe(NIC);
  const vm = desk.create("azurerm_linux_virtual_machine", linux());
  expect(() => desk.remove("azurerm_network_interface", nic)).toThrow("NicInUse");
  desk.remove("azurerm_linux_virtual_machine", vm);
  expect(() => desk.remove("azurerm_network_interface", nic)).not.toThrow();
});
