import { readEntry } from "../../lib/model/entry";
import { osConfiguration } from "../../lib/model/os-configuration";
import type { Block } from "../../lib/model/terraform-json";

const FLEXIBLE = "azurerm_orchestrated_virtual_machine_scale_set";
const LOGIN = { admin_username: "azureuser" };

function configurationOf(type: string, values: Block, kind: "resource" | "data" = "resource") {
  return osConfiguration(readEntry("stack", kind, type, "set", values, new Set()));
}

test.each([
  ["azurerm_linux_virtual_machine", "linux"],
  ["azurerm_windows_virtual_machine", "windows"],
  ["azurerm_linux_virtual_machine_scale_set", "linux"],
  ["azurerm_windows_virtual_machine_scale_set", "windows"],
])("%s has it at its top", (type, system) => {
  expect(configurationOf(type, LOGIN)).toEqual({ system, values: LOGIN });
  expect(configurationOf(type, LOGIN, "data")).toBeUndefined();
});

test.each([
  "linux",
  "windows",
])("a flexible scale set on %s has it in a block, as object or list", (system) => {
  const block = `${system}_configuration`;
  const expected = { system, values: LOGIN };
  expect(configurationOf(FLEXIBLE, { os_profile: { [block]: LOGIN } })).toEqual(expected);
  expect(configurationOf(FLEXIBLE, { os_profile: [{ [block]: [LOGIN] }] })).toEqual(expected);
});

test.each([
  ["no profile", {}],
  ["a profile that was removed", { os_profile: null }],
  ["an empty profile", { os_profile: {} }],
  ["a profile without login", { os_profile: { custom_data: "x" } }],
  ["an expression", { os_profile: "${local.profile}" }],
  ["an expression inside", { os_profile: { linux_configuration: "${local.linux}" } }],
  ["dynamic profiles", { os_profile: { linux_configuration: LOGIN }, dynamic: { os_profile: {} } }],
  ["a dynamic block inside", { os_profile: { dynamic: { linux_configuration: {} } } }],
])("a flexible scale set with %s has none that is known", (_, values) => {
  expect(configurationOf(FLEXIBLE, values)).toBeUndefined();
});

test("other resources have none", () => {
  expect(
    configurationOf("azurerm_container_group", { os_profile: { linux_configuration: LOGIN } }),
  ).toBeUndefined();
});
