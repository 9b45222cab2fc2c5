import { idFrom } from "../../../../lib/testing/terraform/azure/arm/arguments";
import { KINDS } from "../../../../lib/testing/terraform/azure/kinds/kinds";
import { nonConforming } from "../../../../lib/testing/terraform/provider/conform";
import { unknownPaths } from "../../../../lib/testing/terraform/provider/unknown-paths";
import type { BlockSchema } from "../../../../lib/testing/terraform/schema/schema";
import { Desk, GROUP, SUBSCRIPTION, schemaOf } from "./support";

const OTHERS = [
  "azurerm_management_group",
  "azurerm_management_lock",
  "azurerm_role_assignment",
  "azurerm_role_definition",
  "azurerm_federated_identity_credential",
  "azurerm_subnet_network_security_group_association",
];

const WORDS = {
  name: "some",
  resource_group_name: "rg",
  virtual_network_name: "net",
  network_security_group_name: "nsg",
  storage_account_id: `${GROUP}/providers/Microsoft.Storage/storageAccounts/store`,
  virtual_machine_id: `${GROUP}/providers/Microsoft.Compute/virtualMachines/vm`,
  virtual_machine_scale_set_id: `${GROUP}/providers/Microsoft.Compute/virtualMachineScaleSets/set`,
};

test.each(Object.entries(KINDS))("%s that existed before is read in the shape of its schema", (type, {
  id,
}) => {
  const existing = idFrom(id, WORDS, SUBSCRIPTION) ?? "";
  const read = new Desk({ existing: [existing] }).read(type, { id: existing });
  expect(nonConforming(read ?? undefined, schemaOf(type).resources[type] as BlockSchema)).toEqual([]);
  expect(unknownPaths(read)).toEqual([]);
});

describe.each([...Object.keys(KINDS), ...OTHERS])("%s", (type) => {
  const block = schemaOf(type).resources[type] as BlockSchema;
  const kind = KINDS[type];

  test("names only paths that azurerm has", () => {
    const behaviour = new Desk().behaviour(type);
    const paths = [
      ...(behaviour.replacedBy ?? []),
      ...Object.keys(kind?.checks ?? {}),
      ...Object.keys(kind?.computed ?? {}),
      ...(kind?.refersTo ?? []),
    ];
    expect(paths.filter((path) => !leadsSomewhere(block, path.split(".")))).toEqual([]);
  });

  test("has an identity where azurerm has one", () => {
    expect("identity" in block.blocks && kind?.identity === undefined).toBe(false);
    expect(kind?.identity !== undefined && !("identity" in block.blocks)).toBe(false);
  });
});

function leadsSomewhere(block: BlockSchema, [name = "", ...rest]: string[]): boolean {
  const nested = block.blocks[name];
  if (rest.length === 0) return nested !== undefined || block.attributes[name] !== undefined;
  return nested !== undefined && leadsSomewhere(nested.block, rest);
}
