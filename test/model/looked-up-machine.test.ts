import { lookedUpMachine } from "../../lib/model/looked-up-machine";
import { follow, readModel } from "../../lib/model/model";
import type { Block } from "../../lib/model/terraform-json";
import { readValue } from "../../lib/model/value";
import { OTHER_SUBSCRIPTION, SUBSCRIPTION, source } from "./source";

const PLACE = { name: "vm-orders", resource_group_name: "rg-orders" };

/** The address of the machine that a data source of these arguments reads. */
function machineOf(
  lookup: Block,
  machines: { [name: string]: Block },
  more: { [type: string]: object } = {},
) {
  const model = readModel([
    source("app", {
      resource: { azurerm_windows_virtual_machine: machines, ...(more as object) },
      data: { azurerm_virtual_machine: { lookup } },
      provider: {
        azurerm: [{ subscription_id: SUBSCRIPTION }, { alias: "hub", subscription_id: OTHER_SUBSCRIPTION }],
      },
    }),
  ]);
  const entry = model.entries.find(({ isData }) => isData);
  return entry && lookedUpMachine(model, entry)?.address;
}

test.each<[string, Block]>([
  ["written out, in any case", { name: "VM-Orders", resource_group_name: "RG-Orders" }],
  [
    "by references",
    {
      name: "${azurerm_windows_virtual_machine.vm.name}",
      resource_group_name: "${azurerm_windows_virtual_machine.vm.resource_group_name}",
    },
  ],
  [
    "through stored values",
    {
      name: "${terraform_data.stored.output.name}",
      resource_group_name: "${terraform_data.stored.output.group}",
    },
  ],
])("a machine is found %s", (_, lookup) => {
  const input = { name: "${azurerm_windows_virtual_machine.vm.name}", group: "rg-orders" };
  const more = { terraform_data: { stored: { input } } };
  expect(machineOf(lookup, { vm: PLACE, other: { ...PLACE, name: "vm-other" } }, more)).toBe(
    "azurerm_windows_virtual_machine.vm",
  );
});

test("a name that only Terraform knows is enough where both are given by it", () => {
  const place = { ...PLACE, name: "${var.name}" };
  expect(machineOf(place, { vm: place })).toBe("azurerm_windows_virtual_machine.vm");
  expect(machineOf({ ...PLACE, name: "${var.other}" }, { vm: place })).toBeUndefined();
});

test.each<[string, Block, { [name: string]: Block }]>([
  ["in another group", { ...PLACE, resource_group_name: "rg-other" }, { vm: PLACE }],
  ["in another subscription", { ...PLACE, provider: "azurerm.hub" }, { vm: PLACE }],
  ["that is one of many", PLACE, { vm: { ...PLACE, count: 2 } }],
  ["that is one of two", PLACE, { vm: PLACE, twin: PLACE }],
  ["without a name", { resource_group_name: "rg-orders" }, { vm: { resource_group_name: "rg-orders" } }],
  ["looked up many times", { ...PLACE, for_each: "${toset(var.names)}" }, { vm: PLACE }],
])("a machine %s is not taken for it", (_, lookup, machines) => {
  expect(machineOf(lookup, machines)).toBeUndefined();
});

test("what terraform_data gives out is followed to what it was given, and no further than that is known", () => {
  const input = { name: "${var.name}", fixed: "x" };
  const model = readModel([source("app", { resource: { terraform_data: { stored: { input } } } })]);
  const of = (attribute: string) => follow(model, readValue(`\${terraform_data.stored.${attribute}}`, "app"));
  expect(of("output.fixed")).toEqual({ kind: "literal", value: "x" });
  expect(of("output.name")).toMatchObject({ kind: "unknown", expression: "var.name" });
  for (const attribute of ["output.none", "output", "id"])
    expect(of(attribute)).toMatchObject({ kind: "reference" });
});

test("a scale set is read by a data source of its own, whatever machine has its name", () => {
  const model = readModel([
    source("app", {
      resource: {
        azurerm_linux_virtual_machine: { machine: PLACE },
        azurerm_linux_virtual_machine_scale_set: { set: PLACE },
      },
      data: { azurerm_virtual_machine: { one: PLACE }, azurerm_virtual_machine_scale_set: { many: PLACE } },
    }),
  ]);
  const lookups = model.entries.filter(({ isData }) => isData);
  expect(lookups.map((entry) => lookedUpMachine(model, entry)?.address)).toEqual([
    "azurerm_linux_virtual_machine.machine",
    "azurerm_linux_virtual_machine_scale_set.set",
  ]);
});
