import { Desk, GROUP, inGroup } from "./support";

const LINUX = "azurerm_linux_virtual_machine_scale_set";
const FLEXIBLE = "azurerm_orchestrated_virtual_machine_scale_set";

const NETWORK = `${GROUP}/providers/Microsoft.Network/virtualNetworks/net`;
const IN_NETWORK = { name: "nic", ip_configuration: [{ name: "ip", subnet_id: NETWORK }] };
const BROKEN = { username: "azureuser", public_key: "ssh-rsa AAA" };

function uniform(given: object = {}): object {
  return inGroup({
    name: "set",
    sku: "Standard_B2s",
    instances: 1,
    admin_username: "azureuser",
    os_disk: [{ caching: "ReadWrite", storage_account_type: "Standard_LRS" }],
    network_interface: [{ name: "nic", primary: true, ip_configuration: [{ name: "ip", primary: true }] }],
    source_image_reference: [{ publisher: "p", offer: "o", sku: "s", version: "latest" }],
    ...given,
  });
}

function flexible(system: string, login: object, given: object = {}): object {
  const block = { admin_username: "azureuser", admin_password: "Not-a-secret-1", ...login };
  return inGroup({
    name: "set",
    platform_fault_domain_count: 1,
    sku_name: "Standard_B2s",
    os_profile: [{ [`${system}_configuration`]: [block] }],
    ...given,
  });
}

test.each([
  [LINUX, uniform({ computer_name_prefix: "a_b" }), "cannot contain the special characters"],
  [LINUX, uniform({ upgrade_mode: "Sometimes" }), "expected upgrade_mode to be one of"],
  [LINUX, uniform({ network_interface: [IN_NETWORK] }), "parsing the Subnet ID"],
  [FLEXIBLE, flexible("linux", {}, { network_interface: [IN_NETWORK] }), "parsing the Subnet ID"],
  [LINUX, uniform({ admin_ssh_key: [BROKEN] }), 'decoding "admin_ssh_key.0.public_key"'],
  [FLEXIBLE, flexible("linux", { admin_ssh_key: [BROKEN] }), "admin_ssh_key.0.public_key"],
  [FLEXIBLE, flexible("linux", { admin_username: "Daemon" }), "can not be one of"],
  [FLEXIBLE, flexible("windows", { admin_username: "Admin" }), "can not be one of"],
  [FLEXIBLE, flexible("windows", { admin_username: "ops." }), "can not end with a `.`"],
  [FLEXIBLE, flexible("linux", { admin_password: "alllower" }), "3 out of these 4 conditions"],
  [FLEXIBLE, flexible("windows", { computer_name_prefix: "vmss-order" }), "can be at most 9 characters"],
  [FLEXIBLE, flexible("linux", {}, { sku_name: "Standard" }), "is not formatted properly"],
])("before a plan azurerm refuses of %s %j", (type, given, message) => {
  expect(new Desk().problems(type, given).join("\n")).toContain(message);
});

test.each([
  [LINUX, uniform({ name: "vmss_orders" }), "unable to assume default computer name prefix"],
  [LINUX, uniform({ upgrade_mode: "Rolling" }), "a `rolling_upgrade_policy` block must be specified"],
  [
    FLEXIBLE,
    flexible("windows", {}, { name: "vmss-orders" }),
    "unable to assume default computer name prefix",
  ],
])("only when it applies azurerm refuses of %s %j", (type, given, message) => {
  const at = new Desk();
  expect(at.problems(type, given)).toEqual([]);
  expect(() => at.create(type, given)).toThrow(message);
});

test("scale sets as they should be are made, whatever their orchestration", () => {
  const at = new Desk();
  const linux = uniform({ name: "linux" });
  const windows = flexible("windows", { computer_name_prefix: "orders-" });
  expect([at.problems(LINUX, linux), at.problems(FLEXIBLE, windows)]).toEqual([[], []]);
  expect(at.create(LINUX, linux)).toMatchObject({
    id: `${GROUP}/providers/Microsoft.Compute/virtualMachineScaleSets/linux`,
    computer_name_prefix: "linux",
  });
  expect(at.create(FLEXIBLE, windows).id).toBe(
    `${GROUP}/providers/Microsoft.Compute/virtualMachineScaleSets/set`,
  );
});

test("a data source reads the identity of a scale set, and other things under the name of its instances", () => {
  const at = new Desk();
  at.create(LINUX, uniform({ identity: [{ type: "SystemAssigned" }] }));
  const read = at.data("azurerm_virtual_machine_scale_set", { name: "set", resource_group_name: "rg" });
  expect(read).toMatchObject({ instances: [], identity: [{ type: "SystemAssigned", identity_ids: null }] });
});
