import fc from "fast-check";
import type { Model } from "../../lib/model/model";
import { evaluate, type Status } from "../../lib/prerequisites/evaluate";
import type { Grant } from "../../lib/prerequisites/grant";
import { leastPrivilege } from "../../lib/prerequisites/least-privilege";
import { needsOf, needsOfStack } from "../../lib/prerequisites/operations";
import { modelOf } from "../model/source";
import { EXAMPLES, modelOfExample } from "./examples";
import { GROUP, IDENTITY_ID, IN_GROUP, PROVIDER } from "./support";

test.each(
  EXAMPLES,
)("for each stack of example %s the least roles are enough, and each of them is needed", (_, make) => {
  const model = modelOfExample(make);
  for (const { path } of model.stacks) checkStack(model, path);
});

const NIC = "${azurerm_network_interface.a.id}";
const RESOURCES: readonly (readonly [type: string, values: object])[] = [
  ["azurerm_user_assigned_identity", { name: "id-a" }],
  ["azurerm_federated_identity_credential", { name: "fic", parent_id: IDENTITY_ID }],
  ["azurerm_network_interface", { name: "nic", ip_configuration: { subnet_id: "${var.subnet}" } }],
  ["azurerm_linux_virtual_machine", { name: "vm", network_interface_ids: [NIC] }],
  [
    "azurerm_windows_virtual_machine",
    {
      name: "win",
      network_interface_ids: [NIC],
      identity: { type: "UserAssigned", identity_ids: [IDENTITY_ID] },
    },
  ],
  ["azurerm_orchestrated_virtual_machine_scale_set", { name: "vmss" }],
  ["azurerm_virtual_network", { name: "vnet" }],
  ["azurerm_public_ip", { name: "pip" }],
  ["azurerm_storage_account", { name: "st" }],
  ["azurerm_key_vault", { name: "kv", purge_protection_enabled: true }],
  ["azurerm_management_lock", { name: "lock", scope: GROUP }],
  ["azurerm_role_definition", { name: "own", scope: GROUP }],
  [
    "azurerm_role_assignment",
    { scope: "${azurerm_storage_account.a.id}", principal_id: "${var.id}", role_definition_name: "Reader" },
  ],
];

const MADE = { azurerm_resource_group: { a: { name: "rg-orders" } } };

test("so it is for any resources, in a group that is there or one that the stack makes", () => {
  fc.assert(
    fc.property(fc.subarray([...RESOURCES], { minLength: 1 }), fc.boolean(), (resources, isMade) => {
      const resource = Object.fromEntries(
        resources.map(([type, values]) => [type, { a: { ...IN_GROUP, ...values } }]),
      );
      checkStack(
        modelOf({ provider: PROVIDER, resource: isMade ? { ...resource, ...MADE } : resource }),
        "app",
      );
    }),
  );
});

function checkStack(model: Model, stack: string): void {
  const needs = needsOfStack(needsOf(model), stack);
  const { roles, leftOut } = leastPrivilege(needs, model);
  const wanted = { operations: needs.operations.filter((one) => !leftOut.includes(one)), notCovered: [] };
  const statuses = (grants: readonly Grant[]): ReadonlySet<Status> =>
    new Set(evaluate(wanted, grants, model).map(({ status }) => status));
  const grants = roles.map(({ grant }) => grant);
  expect(statuses(grants)).toEqual(new Set(["satisfied"]));
  for (const grant of grants) {
    const without = statuses(grants.filter((other) => other !== grant));
    expect(without.has("missing") || without.has("conditional")).toBe(true);
  }
}
