import { type App, TerraformStack } from "cdktf";
import fc from "fast-check";
import { AdoptionStack } from "../../examples/adoption/stack";
import { EverythingElseStack } from "../../examples/everything-else/stack";
import { ExistingMachineStack } from "../../examples/existing-machine/stack";
import { GitHubActionsStack } from "../../examples/github-actions/stack";
import { KeyVaultSecretStack } from "../../examples/key-vault-secret/stack";
import { QuickstartStack } from "../../examples/quickstart/stack";
import { ScaleSetsStack } from "../../examples/scale-sets/stack";
import { IdentityStack } from "../../examples/shared-identity/identity-stack";
import { OrdersStack } from "../../examples/shared-identity/orders-stack";
import { ReportsStack } from "../../examples/shared-identity/reports-stack";
import { SwitchOnStack } from "../../examples/switch-on/stack";
import { VerificationStack } from "../../examples/verification/stack";
import { WindowsVmStack } from "../../examples/windows-vm/stack";
import { type Model, readModel } from "../../lib/model/model";
import { evaluate, type Status } from "../../lib/prerequisites/evaluate";
import type { Grant } from "../../lib/prerequisites/grant";
import { leastPrivilege } from "../../lib/prerequisites/least-privilege";
import { needsOf, needsOfStack } from "../../lib/prerequisites/operations";
import { readStack } from "../../lib/synth/read-stack";
import { modelOf } from "../model/source";
import { prepared } from "../rules/support";
import { newApp } from "../support";
import { GROUP, IDENTITY_ID, IN_GROUP, PROVIDER } from "./support";

const EXAMPLES: readonly (readonly [name: string, make: (app: App) => void])[] = [
  ["adoption", (app) => new AdoptionStack(app, "adoption")],
  ["everything-else", (app) => new EverythingElseStack(app, "everything-else")],
  ["existing-machine", (app) => new ExistingMachineStack(app, "existing-machine")],
  ["github-actions", (app) => new GitHubActionsStack(app, "github-actions")],
  ["key-vault-secret", (app) => new KeyVaultSecretStack(app, "key-vault-secret")],
  ["quickstart", (app) => new QuickstartStack(app, "quickstart")],
  ["scale-sets", (app) => new ScaleSetsStack(app, "scale-sets")],
  ["shared-identity", sharedIdentity],
  ["switch-on", (app) => new SwitchOnStack(app, "switch-on")],
  ["verification", (app) => new VerificationStack(app, "verification")],
  ["windows-vm", (app) => new WindowsVmStack(app, "windows-vm")],
];

test.each(
  EXAMPLES,
)("for each stack of example %s the least roles are enough, and each of them is needed", (_, make) => {
  const app = newApp();
  make(app);
  const model = readModel(prepared(app).node.findAll().filter(TerraformStack.isStack).map(readStack));
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

function sharedIdentity(app: App): void {
  const { identity } = new IdentityStack(app, "identity");
  new OrdersStack(app, "orders", { identity });
  new ReportsStack(app, "reports", { identity });
}
