import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { TerraformResource } from "cdktf";
import { IdentityRules } from "cdktf-azure-identity";
import { nearest } from "../../lib/azure/nearest";
import { azurermTypes } from "../../lib/synth/azurerm-types";
import { newStack } from "../support";

const naming = (resourceType: string, stack = newStack()) =>
  IdentityRules.naming(stack.node.root, { resourceType, prefix: "id-" });

test.each([
  ["azurerm_user_asigned_identity", "azurerm_user_assigned_identity"],
  ["azurerm_linux_virtual_machines", "azurerm_linux_virtual_machine"],
  ["azurerm_Storage_Account", "azurerm_storage_account"],
  ["azurerm_stroage_account", "azurerm_storage_account"],
])("%s is refused, as it is nearly %s", (given, meant) => {
  expect(() => naming(given)).toThrow(
    new Error(
      `[app] a convention for names of ${given}, which is no type in @cdktf/provider-azurerm, did you mean "${meant}"?; ` +
        "allowed are its types, and newer ones that the app has resources of; mend it, or set the convention after these are made",
    ),
  );
});

test.each([
  "azurerm_user_assigned_identity",
  "azurerm_stream_analytics_function_javascript_uda",
  "azurerm_of_the_year_after_next",
])("%s is taken", (type) => expect(() => naming(type)).not.toThrow());

test("a type that the app has a resource of is taken, as bindings can be older than the provider", () => {
  const stack = newStack();
  new TerraformResource(stack, "new", { terraformResourceType: "azurerm_storage_accounts" });
  expect(() => naming("azurerm_storage_accounts", stack)).not.toThrow();
  expect(() => naming("azurerm_storage_acount", stack)).toThrow('did you mean "azurerm_storage_account"?');
});

test("types are those that the bindings say", () => {
  const folder = dirname(require.resolve("@cdktf/provider-azurerm/package.json"));
  const types = [...azurermTypes()];
  const some = types.filter((_, at) => at % 20 === 0);
  const said = some.map((type) => {
    const name = type.replace("azurerm_", "").replaceAll("_", "-");
    const declarations = readFileSync(join(folder, "lib", name, "index.d.ts"), "utf8");
    return /tfResourceType = "(\w+)"/.exec(declarations)?.[1];
  });
  expect(types.length).toBeGreaterThan(1000);
  expect(said).toEqual(some);
});

test("of 100 types hardly one would be taken for another, were it not known", () => {
  const types = [...azurermTypes()];
  const some = types.filter((_, at) => at % 10 === 0);
  const near = some.filter((type) => nearest(type, types, 2, 2).length > 1);
  expect(near.length / some.length).toBeLessThan(0.03);
});
