import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { LinuxVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/linux-virtual-machine-scale-set";
import { OrchestratedVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/orchestrated-virtual-machine-scale-set";
import { WindowsVirtualMachine } from "@cdktf/provider-azurerm/lib/windows-virtual-machine";
import {
  type App,
  Fn,
  Lazy,
  TerraformCount,
  type TerraformStack,
  TerraformVariable,
  type TerraformVariableConfig,
} from "cdktf";
import { IdentityRules, OperatingSystem, Vm } from "cdktf-azure-identity";
import { findings, newApp, newStack } from "../support";
import { checkedStack, found, LATE_TEXTS, places, prepared, RAW_VM, VM } from "./support";

const RULE = "admin-password";
const SECRET = "Zx9-hunter2-secret";

function windows(stack: TerraformStack, id: string, adminPassword: string): Vm {
  const operatingSystem = OperatingSystem.windows({ adminUsername: "azureuser", adminPassword });
  return new Vm(stack, id, { ...VM, name: `vm-${id}`, operatingSystem });
}

function variable(stack: TerraformStack, id: string, config: TerraformVariableConfig = {}): string {
  return new TerraformVariable(stack, id, { type: "string", ...config }).stringValue;
}

function messages(target: App | TerraformStack): string[] {
  return found(RULE, target).map(({ message }) => message);
}

test("a sensitive variable without a default is accepted", () => {
  const stack = newStack();
  windows(stack, "vm", variable(stack, "password", { sensitive: true }));
  expect(found(RULE, stack)).toEqual([]);
});

test("a password that is written out is an error, and not shown", () => {
  const stack = newStack();
  windows(stack, "vm", SECRET);
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/vm",
      address: "azurerm_windows_virtual_machine.vm",
      message:
        "admin password is written out in the program; allowed is a value that only Terraform knows, such as a " +
        'sensitive variable without a default; pass the stringValue of new TerraformVariable(this, "password", ' +
        "{ sensitive: true })",
    },
  ]);
});

test("a variable with a default is an error that names the variable alone", () => {
  const stack = newStack();
  windows(stack, "vm", variable(stack, "password", { sensitive: true, default: SECRET }));
  expect(messages(stack)).toEqual([
    'admin password is the variable "password", whose default is written out in the program; allowed is a value that ' +
      "only Terraform knows, such as a sensitive variable without a default; remove the default and set " +
      "TF_VAR_password where Terraform runs",
  ]);
});

test("a variable that is not sensitive is an error", () => {
  const stack = newStack();
  windows(stack, "vm", variable(stack, "password"));
  expect(messages(stack)).toEqual([
    'admin password is the variable "password", which is not sensitive; allowed is a value that only Terraform knows, ' +
      "such as a sensitive variable without a default; give the variable sensitive: true",
  ]);
});

test("a variable with both mistakes gets both messages, each once", () => {
  const stack = newStack();
  windows(stack, "vm", variable(stack, "password", { sensitive: false, default: SECRET }));
  expect(messages(stack).map((message) => message.split("; ")[0])).toEqual([
    'admin password is the variable "password", whose default is written out in the program',
    'admin password is the variable "password", which is not sensitive',
  ]);
});

test("null and an empty text are no passwords, as defaults", () => {
  const stack = newStack();
  const missing = new TerraformVariable(stack, "missing", { sensitive: true });
  missing.addOverride("default", null);
  windows(stack, "a", missing.stringValue);
  windows(stack, "b", variable(stack, "empty", { sensitive: true, default: "" }));
  expect(found(RULE, stack)).toEqual([]);
});

test("the secret is in no text of any finding, in no annotation and not in the error of the synth", () => {
  const app = newApp();
  const stack = newStack("test", app);
  windows(stack, "literal", SECRET);
  windows(stack, "variable", variable(stack, "password", { default: SECRET }));
  windows(stack, "number", `${SECRET}-${TerraformCount.of(2).index}`);
  new LinuxVirtualMachine(stack, "raw", { ...RAW_VM, adminPassword: SECRET });
  expect(new Set(findings(app).map(({ rule }) => rule))).toEqual(new Set([RULE, "unresolved-number"]));
  expect(JSON.stringify(findings(app))).not.toContain(SECRET);
  let said: unknown;
  try {
    app.synth();
  } catch (error) {
    said = error;
  }
  expect(String((said as Error).stack)).toContain(RULE);
  expect(String((said as Error).stack)).not.toContain(SECRET);
  expect(JSON.stringify(app.node.findAll().flatMap(({ node }) => node.metadata))).not.toContain(SECRET);
});

test.each(
  LATE_TEXTS.filter(([kind]) => !/lazy|^a Terraform variable/.test(kind)),
)("%s as a password says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "pw");
  new LinuxVirtualMachine(stack, "raw", { ...RAW_VM, adminPassword: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("a resource's attribute, a secret of a vault and a variable declared elsewhere say nothing", () => {
  const stack = newStack();
  windows(stack, "random", "${random_password.admin.result}");
  windows(stack, "vault", "${data.azurerm_key_vault_secret.admin.value}");
  windows(stack, "elsewhere", "${var.declared_in_a_file}");
  windows(stack, "function", Fn.sensitive(variable(stack, "password")));
  expect(found(RULE, stack)).toEqual([]);
});

test("a lazy literal, a number, and one taken from another argument of the app are written out as well", () => {
  const stack = newStack();
  windows(stack, "lazy", Lazy.stringValue({ produce: () => SECRET }));
  windows(stack, "number", "x").resource.addOverride("admin_password", 12345678);
  const other = windows(stack, "other", SECRET).resource as unknown as { readonly fqn: string };
  windows(stack, "taken", `\${${other.fqn}.admin_password}`);
  expect(places(RULE, stack)).toEqual([
    "error test/lazy",
    "error test/number",
    "error test/other",
    "error test/taken",
  ]);
});

test("the password counts that a machine has after overrides and setters, and the variable as well", () => {
  const stack = newStack();
  const good = variable(stack, "good", { sensitive: true });
  windows(stack, "mended", SECRET).resource.addOverride("admin_password", good);
  windows(stack, "reset", SECRET).resource.adminPassword = good;
  windows(stack, "overridden", good).resource.addOverride("admin_password", SECRET);
  windows(stack, "set", good).resource.adminPassword = SECRET;
  const spoilt = new TerraformVariable(stack, "spoilt", { sensitive: true });
  windows(stack, "default", spoilt.stringValue);
  spoilt.addOverride("default", SECRET);
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set", "error test/default"]);
});

test("raw machines and scale sets get a warning, as they work, and an error once enforced", () => {
  const stack = checkedStack();
  new LinuxVirtualMachine(stack, "linux", { ...RAW_VM, adminPassword: SECRET });
  const counted = { ...RAW_VM, adminPassword: SECRET, count: TerraformCount.of(2) };
  new WindowsVirtualMachine(stack, "counted", counted);
  new LinuxVirtualMachineScaleSet(stack, "set", {
    ...RAW_VM,
    name: "vmss",
    sku: "Standard_B2s",
    adminUsername: "azureuser",
    adminPassword: SECRET,
    networkInterface: [{ name: "nic", primary: true, ipConfiguration: [{ name: "internal" }] }],
  });
  new OrchestratedVirtualMachineScaleSet(stack, "flexible", {
    ...RAW_VM,
    name: "vmss-flexible",
    platformFaultDomainCount: 1,
    osProfile: { linuxConfiguration: { adminUsername: "azureuser", adminPassword: SECRET } },
  });
  const paths = ["test/linux", "test/counted", "test/set", "test/flexible"];
  const sorted = (level: string) => paths.map((path) => `${level} ${path}`).sort();
  expect(places(RULE, stack).sort()).toEqual(sorted("warning"));
  IdentityRules.enforce(stack);
  expect(places(RULE, stack).sort()).toEqual(sorted("error"));
});

test("a variable of another stack is looked up in that stack", () => {
  const app = newApp();
  const other = newStack("other", app);
  const stack = newStack("test", app);
  variable(stack, "password", { sensitive: true });
  windows(stack, "vm", variable(other, "password"));
  expect(messages(prepared(app))).toHaveLength(1);
  expect(places(RULE, app)).toEqual(["error test/vm"]);
});
