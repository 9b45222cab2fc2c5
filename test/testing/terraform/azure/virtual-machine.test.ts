import { ecdsaLine, ed25519Line, PEM, rsaLine } from "../../../ssh-keys";
import { SSH_KEY } from "../../../support";
import { linux, NIC, windows } from "./machine";
import { Desk, GROUP } from "./support";

const LINUX = "azurerm_linux_virtual_machine";
const WINDOWS = "azurerm_windows_virtual_machine";
const desk = () => new Desk({ existing: [NIC] });

describe("before a plan azurerm refuses", () => {
  test.each([
    [LINUX, linux({ name: "1234" }), '"name" cannot contain only numbers'],
    [LINUX, linux({ name: "vm-" }), '"name" must end with an alphanumeric character or underscore'],
    [LINUX, linux({ computer_name: "a_b" }), '"computer_name" cannot contain the special characters'],
    [LINUX, linux({ admin_username: "admin" }), '"admin_username" specified is not allowed'],
    [LINUX, linux({ admin_password: "alllower" }), "3 out of these 4 conditions"],
    [LINUX, linux({ identity: [{ type: "Magic" }] }), "expected identity.0.type to be one of"],
    [LINUX, linux({ resource_group_name: "rg." }), '"resource_group_name" may not end with a period'],
    [LINUX, linux({ source_image_id: "/x" }), "only one of"],
    [LINUX, linux({ source_image_reference: [] }), "one of `os_managed_disk_id,source_image_id"],
    [WINDOWS, windows({ computer_name: "a-name-that-is-too-long" }), "can be at most 15 characters"],
    [WINDOWS, windows({ admin_username: "ends." }), '"admin_username" cannot end with a period'],
    [WINDOWS, windows({ admin_password: null }), "all of `admin_password,admin_username` must be specified"],
  ])("%s %j", (type, given, message) => {
    expect(desk().problems(type, given).join("\n")).toContain(message);
  });

  test("nothing of a machine as it should be", () => {
    expect(desk().problems(LINUX, linux())).toEqual([]);
    expect(desk().problems(WINDOWS, windows())).toEqual([]);
  });
});

describe("of SSH keys azurerm refuses before a plan", () => {
  const key = (public_key: string) => linux({ admin_ssh_key: [{ username: "azureuser", public_key }] });

  test.each([
    ["nothing", "", "to not be an empty string or whitespace"],
    ["a path", "~/.ssh/id.pub", '"admin_ssh_key.0.public_key" is not a complete SSH2 Public Key'],
    ["other base64", "ssh-ed25519 A-B_", 'decoding "admin_ssh_key.0.public_key" for public key data'],
    ["cut off base64", SSH_KEY.slice(0, -1), 'decoding "admin_ssh_key.0.public_key" for public key data'],
    ["no length", "ssh-rsa AAAA", 'parsing "admin_ssh_key.0.public_key" as a public key object'],
    ["a short key", SSH_KEY.slice(0, -4), 'parsing "admin_ssh_key.0.public_key" as a public key object'],
    ["a private key", `${PEM}\nc2VjcmV0\n`, 'decoding "admin_ssh_key.0.public_key" for public key data'],
    ["RSA of 1024 bits", rsaLine(1024), "- the provided RSA SSH key has 1024 bits"],
    ["ECDSA", ecdsaLine(), "- the provided ecdsa-sha2-nistp256 SSH key is not supported"],
  ])("%s, and does not show it", (_, given, message) => {
    const said = desk().problems(LINUX, key(given)).join("\n");
    expect(said).toContain(message);
    if (given !== "") expect(said).not.toContain(given);
  });

  test("none of 2048 bits or of ED25519, with a comment or without", () => {
    for (const given of [rsaLine(2048), rsaLine(2047), ed25519Line(), `${SSH_KEY} me@home\n`])
      expect(desk().problems(LINUX, key(given))).toEqual([]);
  });
});

describe("only when it applies azurerm refuses", () => {
  test.each([
    [WINDOWS, windows({ name: "a-name-that-is-too-long" }), "unable to assume default computer name"],
    [LINUX, linux({ name: "vm_orders" }), "unable to assume default computer name"],
    [LINUX, linux({ admin_ssh_key: [] }), "at least one `admin_ssh_key` must be specified"],
    [LINUX, linux({ disable_password_authentication: false }), "an `admin_password` must be specified"],
    [LINUX, linux({ priority: "Spot" }), "an `eviction_policy` must be specified"],
  ])("%s %j", (type, given, message) => {
    const at = desk();
    expect(at.problems(type, given)).toEqual([]);
    expect(() => at.create(type, given)).toThrow(message);
  });
});

test("the name of the computer is that of the machine", () => {
  expect(desk().create(LINUX, linux())).toMatchObject({
    computer_name: "vm",
    disable_password_authentication: true,
    id: `${GROUP}/providers/Microsoft.Compute/virtualMachines/vm`,
  });
});

test("Azure refuses a network interface that is not there", () => {
  const nowhere = new Desk();
  expect(() => nowhere.create(LINUX, linux())).toThrow("InvalidResourceReference");
});

test("a machine of one system and a machine of the other cannot have one name", () => {
  const at = desk();
  at.create(LINUX, linux());
  expect(() => at.create(WINDOWS, windows())).toThrow("needs to be imported");
});
