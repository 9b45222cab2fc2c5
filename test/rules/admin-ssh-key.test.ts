import { generateKeyPairSync } from "node:crypto";
import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { LinuxVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/linux-virtual-machine-scale-set";
import { OrchestratedVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/orchestrated-virtual-machine-scale-set";
import { WindowsVirtualMachine } from "@cdktf/provider-azurerm/lib/windows-virtual-machine";
import { Lazy, TerraformCount, TerraformLocal, type TerraformStack } from "cdktf";
import { OperatingSystem, OrchestratedScaleSet, ScaleSet, Vm } from "cdktf-azure-identity";
import { ecdsaLine, ed25519Line, line, rsaLine } from "../ssh-keys";
import { findings, GROUP, newApp, newStack, SSH_KEY } from "../support";
import {
  checkedStack,
  found,
  LATE_TEXTS,
  places,
  prepared,
  RAW_SCALE_SET,
  RAW_VM,
  SCALE_SET,
  VM,
} from "./support";

const RULE = "admin-ssh-key";
const ALLOWED =
  'allowed is a public key in OpenSSH form, "ssh-ed25519 <base64>" or "ssh-rsa <base64>" of at least 2048 bits; ' +
  'pass the text of the .pub file, as of readFileSync("id_ed25519.pub", "utf8")';
const SECRET = "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ";
const PATH = "~/.ssh/id_ed25519.pub";
const AZUREUSER = { adminUsername: "azureuser" };

const pem = (name: string) => `-----BEGIN ${name}-----\n${SECRET}\n-----END ${name}-----\n`;

function linux(stack: TerraformStack, id: string, sshPublicKey: string, ...more: string[]): Vm {
  const keys = { sshPublicKey, additionalSshPublicKeys: more };
  const operatingSystem = OperatingSystem.linux({ ...AZUREUSER, ...keys });
  return new Vm(stack, id, { ...VM, name: `vm-${id}`, operatingSystem });
}

function raw(stack: TerraformStack, id: string, publicKey: string, repeated: object = {}): void {
  const adminSshKey = [{ username: "azureuser", publicKey }];
  new LinuxVirtualMachine(stack, id, { ...RAW_VM, ...AZUREUSER, adminSshKey, ...repeated });
}

function faultOf(sshPublicKey: string): string[] {
  const stack = newStack();
  linux(stack, "vm", sshPublicKey);
  return found(RULE, stack).map(({ message }) => message.split("; ")[0] as string);
}

test.each([
  ["of ED25519", ed25519Line()],
  ["of RSA with 2048 bits", rsaLine(2048)],
  ["of RSA with 4096 bits", rsaLine(4096)],
  ["with a comment and a line break", `${ed25519Line()} me@home\n`],
])("a key %s is legal", (_, key) => {
  expect(faultOf(key)).toEqual([]);
});

test("a path in place of a key is an error that says what to read", () => {
  const stack = newStack();
  linux(stack, "vm", PATH);
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/vm",
      address: "azurerm_linux_virtual_machine.vm",
      message: `admin SSH key is the path of a file, and not what is in the file; ${ALLOWED}; ssh-keygen -t ed25519 makes a pair`,
    },
  ]);
});

const IS_PATH = "is the path of a file, and not what is in the file";
const UNREADABLE = "cannot be read: it is cut off, broken or no key at all";

test.each([
  ["nothing", "", "is empty"],
  ["space", " \n", "is empty"],
  ["a path from the root", "/home/me/.ssh/id_rsa.pub", IS_PATH],
  ["a path from here", "../keys/admin", IS_PATH],
  ["a path on Windows", "C:\\keys\\admin.pub", IS_PATH],
  ["the name of a file", "id_ed25519.pub", IS_PATH],
  [
    "an address",
    "azurerm_ssh_public_key.a.public_key",
    "is the text of a Terraform address and refers to nothing",
  ],
  ["PEM", pem("PUBLIC KEY"), "is a public key in PEM or SSH2 form"],
  ["SSH2", `---- BEGIN SSH2 PUBLIC KEY ----\n${SECRET}`, "is a public key in PEM or SSH2 form"],
  ["ECDSA", ecdsaLine(), "is of type ecdsa-sha2-nistp256"],
  ["DSS", line("ssh-dss", "p", "q", "g", "y"), "is of type ssh-dss"],
  ["RSA of 1024 bits", rsaLine(1024), "is of type ssh-rsa with 1024 bits"],
  ["a broken key", "ssh-rsa AAAA", UNREADABLE],
  ["a key that is cut off", SSH_KEY.slice(0, -1), UNREADABLE],
  ["a key without its type", SSH_KEY.split(" ")[1] as string, UNREADABLE],
  ["some text", SECRET, UNREADABLE],
])("%s as a key is an error", (_, key, fault) => {
  expect(faultOf(key)).toEqual([`admin SSH key ${fault}`]);
});

test.each([
  "OPENSSH PRIVATE KEY",
  "RSA PRIVATE KEY",
  "ENCRYPTED PRIVATE KEY",
  "PRIVATE KEY",
])("a private key (%s) is told apart, as a secret that has to be replaced", (name) => {
  const stack = newStack();
  linux(stack, "vm", pem(name));
  raw(stack, "template", `${pem(name)}\${local.text}`);
  const message =
    `admin SSH key is a private key, a secret that may stand neither in cdk.tf.json nor in the state; ${ALLOWED}; ` +
    "where the private key was synthesized or committed before, make a new pair";
  expect(found(RULE, stack).map((finding) => finding.message)).toEqual([message, message]);
});

test("nothing of a key is in any finding, in any annotation or in the error of the synth", () => {
  const app = newApp();
  const stack = newStack("test", app);
  const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const real = keys.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  linux(stack, "made", real);
  linux(stack, "headless", real.split("\n").slice(1, 9).join("\n"));
  linux(stack, "number", `${real}${TerraformCount.of(2).index}`);
  linux(stack, "type", line(SECRET, "x"));
  raw(stack, "raw", `PuTTY-User-Key-File-3: ssh-ed25519\nPrivate-Lines: 1\n${SECRET}`);
  expect(places(RULE, stack)).toHaveLength(5);
  let said: unknown;
  try {
    app.synth();
  } catch (error) {
    said = error;
  }
  const shown = [JSON.stringify(findings(app)), String((said as Error).stack)];
  for (const text of shown) expect(text).toContain(RULE);
  const annotations = JSON.stringify(app.node.findAll().flatMap(({ node }) => node.metadata));
  for (const text of [...shown, annotations]) {
    for (const secret of [SECRET, ...real.split("\n").slice(1, 9)]) expect(text).not.toContain(secret);
  }
});

test("of several keys those at fault are counted out", () => {
  const stack = newStack();
  linux(stack, "vm", SSH_KEY, PATH, rsaLine(1024));
  expect(found(RULE, stack).map(({ message }) => message.split("; ")[0])).toEqual([
    "admin SSH key 2 of 3 is the path of a file, and not what is in the file",
    "admin SSH key 3 of 3 is of type ssh-rsa with 1024 bits",
  ]);
});

test.each(LATE_TEXTS)("%s as a key says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, SSH_KEY);
  raw(stack, "raw", text, repeated);
  expect(found(RULE, stack)).toEqual([]);
});

test("a key in front of a comment that Terraform fills in is certain, and a key that it completes is not", () => {
  const stack = newStack();
  linux(stack, "commented", `${rsaLine(1024)} \${var.who}`);
  linux(stack, "legal", `${SSH_KEY} \${var.who}`);
  linux(stack, "completed", "ssh-rsa AAAA${var.rest}");
  linux(stack, "typed", "ssh-rsa ${var.rest}");
  expect(places(RULE, stack)).toEqual(["error test/commented"]);
});

test("a resource's attribute, blocks that Terraform makes and a machine without keys say nothing", () => {
  const stack = checkedStack();
  raw(stack, "generated", "${tls_private_key.admin.public_key_openssh}");
  raw(stack, "read", '${file("id_ed25519.pub")}');
  new LinuxVirtualMachine(stack, "none", { ...RAW_VM, ...AZUREUSER, adminPassword: "${var.password}" });
  const dynamic = new LinuxVirtualMachine(stack, "dynamic", { ...RAW_VM, ...AZUREUSER });
  dynamic.addOverride("admin_ssh_key", [{ public_key: PATH }]);
  dynamic.addOverride("dynamic.admin_ssh_key", { for_each: "${var.keys}", content: {} });
  const windows = new WindowsVirtualMachine(stack, "windows", { ...RAW_VM, adminPassword: "${var.p}" });
  windows.addOverride("admin_ssh_key", [{ public_key: PATH }]);
  expect(found(RULE, stack)).toEqual([]);
});

test("a lazy key, a local, a number and one taken from another argument of the app are checked", () => {
  const stack = newStack();
  linux(stack, "lazy", Lazy.stringValue({ produce: () => PATH }));
  linux(stack, "local", new TerraformLocal(stack, "key", PATH).asString);
  linux(stack, "number", SSH_KEY).resource.addOverride("admin_ssh_key.0.public_key", 5);
  expect(places(RULE, stack)).toEqual(["error test/lazy", "error test/local", "error test/number"]);
});

test("the key counts that a machine has after overrides and setters", () => {
  const stack = newStack();
  const keys = (publicKey: string) => [{ username: "azureuser", publicKey }];
  linux(stack, "mended", PATH).resource.addOverride("admin_ssh_key.0.public_key", SSH_KEY);
  (linux(stack, "reset", PATH).resource as LinuxVirtualMachine).putAdminSshKey(keys(SSH_KEY));
  linux(stack, "overridden", SSH_KEY).resource.addOverride("admin_ssh_key.0.public_key", PATH);
  (linux(stack, "set", SSH_KEY).resource as LinuxVirtualMachine).putAdminSshKey(keys(PATH));
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
});

test("scale sets are checked like machines, and raw ones with count as well, as all of them fail", () => {
  const stack = checkedStack();
  const operatingSystem = OperatingSystem.linux({ ...AZUREUSER, sshPublicKey: PATH });
  const adminSshKey = [{ username: "azureuser", publicKey: PATH }];
  new ScaleSet(stack, "uniform", { ...SCALE_SET, name: "vmss-a", operatingSystem });
  new OrchestratedScaleSet(stack, "flexible", {
    ...SCALE_SET,
    name: "vmss-b",
    skuName: SCALE_SET.sku,
    operatingSystem,
  });
  new LinuxVirtualMachineScaleSet(stack, "raw-uniform", { ...RAW_SCALE_SET, adminSshKey });
  new OrchestratedVirtualMachineScaleSet(stack, "raw-flexible", {
    ...GROUP,
    name: "vmss-raw",
    platformFaultDomainCount: 1,
    osProfile: { linuxConfiguration: { ...AZUREUSER, adminSshKey } },
  });
  raw(stack, "counted", PATH, { count: TerraformCount.of(2) });
  const paths = ["counted", "flexible", "raw-flexible", "raw-uniform", "uniform"];
  expect(places(RULE, stack).sort()).toEqual(paths.map((path) => `error test/${path}`));
});

test("a key taken from a stack that says it is checked where it is used", () => {
  const app = newApp();
  const keys = new TerraformLocal(newStack("keys", app), "key", PATH);
  linux(newStack("test", app), "vm", keys.asString);
  expect(places(RULE, prepared(app))).toEqual(["error test/vm"]);
});
