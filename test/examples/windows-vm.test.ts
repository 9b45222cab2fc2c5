import { WindowsVmStack } from "../../examples/windows-vm/stack";
import { findings, newApp, synthesized } from "../support";
import { accessOf } from "./support";

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

test("the stack has no finding", () => {
  expect(findings(new WindowsVmStack(newApp(), "windows-vm"))).toEqual([]);
});
