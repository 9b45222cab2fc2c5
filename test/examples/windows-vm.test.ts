import { accessMatrix, matchers } from "cdktf-azure-identity/testing";
import { WindowsVmStack } from "../../examples/windows-vm/stack";
import { newApp, synthesized } from "../support";
import { accessOf } from "./support";

expect.extend(matchers);

test("the Windows machine reads secrets as itself, at addresses that stay", () => {
  const app = newApp();
  const stack = new WindowsVmStack(app, "windows-vm");
  app.synth();
  expect(accessOf(app, stack)).toMatchSnapshot();
});

test("the password is a reference to a sensitive variable, and nothing else in the program is a secret", () => {
  const { resource, variable } = synthesized(new WindowsVmStack(newApp(), "windows-vm"));
  expect(resource.azurerm_windows_virtual_machine.vm.admin_password).toBe("${var.admin-password}");
  expect(variable["admin-password"]).toEqual({ type: "string", sensitive: true });
});

test("the access is what was reviewed, and no rule says anything", () => {
  const stack = new WindowsVmStack(newApp(), "windows-vm");
  expect(accessMatrix(stack)).toMatchInlineSnapshot(`
    "IDENTITY                                               ROLE                    SCOPE                          BOUND BY
    vm-payroll-batch-weu (windows-vm/vm), system-assigned  Key Vault Secrets User  kv-payroll (windows-vm/vault)  windows-vm/vm/reads-secrets"
  `);
  expect(stack).toHaveNoFindings();
});
