import { FURTHER_OPERATIONS } from "../../lib/azure/further-operations";
import { OPERATIONS } from "../../lib/azure/operation-table";
import type { Model } from "../../lib/model/model";
import { needsOf, needsOfStack } from "../../lib/prerequisites/operations";
import { showPlace } from "../../lib/prerequisites/place";
import { rowsOf } from "../../lib/prerequisites/scoped-rows";
import { reportedOperations } from "../../lib/report/reported-operations";
import { readPage } from "../docs/markdown";
import { modelOf } from "../model/source";
import { EXAMPLES, modelOfExample } from "../prerequisites/examples";
import { GROUP, IDENTITY_ID, IN_GROUP, PROVIDER } from "../prerequisites/support";

const DISK = "linked:os_disk.disk_encryption_set_id";
const ATTACHED = "linked:identity.identity_ids";

test.each(EXAMPLES)("the report of example %s has every operation of every resource", (_, make) => {
  const model = modelOfExample(make);
  for (const { path } of model.stacks) expect(expanded(model, path)).toEqual(needed(model, path));
});

test("resources of a type that ask for the same are told of together, each with its own scopes", () => {
  const id = (name: string) => IDENTITY_ID.replace("id-orders", name);
  const identity = (name: string) => ({ name, ...IN_GROUP });
  const model = modelOf({
    provider: PROVIDER,
    resource: { azurerm_user_assigned_identity: { a: identity("id-a"), b: identity("id-b") } },
  });
  const [first] = reportedOperations(model, "app", true).operations;
  expect(first?.resources).toEqual([
    {
      address: "azurerm_user_assigned_identity.a",
      scopes: { resourceGroup: [GROUP], self: [id("id-a")] },
    },
    {
      address: "azurerm_user_assigned_identity.b",
      scopes: { resourceGroup: [GROUP], self: [id("id-b")] },
    },
  ]);
  expect(first?.operations.map(({ phase, action, scope }) => `${phase} ${action} ${scope}`)).toEqual([
    "create Microsoft.ManagedIdentity/userAssignedIdentities/read resourceGroup",
    "create Microsoft.ManagedIdentity/userAssignedIdentities/write resourceGroup",
    "update Microsoft.ManagedIdentity/userAssignedIdentities/write self",
    "read Microsoft.ManagedIdentity/userAssignedIdentities/read self",
    "delete Microsoft.ManagedIdentity/userAssignedIdentities/delete self",
  ]);
});

test("a resource that asks for more is told of apart", () => {
  const machine = (values: object) => ({ ...IN_GROUP, ...values });
  const attached = { identity: { type: "UserAssigned", identity_ids: [IDENTITY_ID, "${var.other}"] } };
  const model = modelOf({
    provider: PROVIDER,
    resource: {
      azurerm_linux_virtual_machine: {
        plain: machine({ name: "vm-a" }),
        attached: machine({ name: "vm-b", ...attached }),
      },
    },
  });
  const groups = reportedOperations(model, "app", false).operations.filter(({ type }) =>
    type.includes("machine"),
  );
  expect(groups.map(({ resources }) => resources.map(({ address }) => address))).toEqual([
    ["azurerm_linux_virtual_machine.plain"],
    ["azurerm_linux_virtual_machine.attached"],
  ]);
});

test("where a deployer is declared the report has the ids of what a resource names, else no ids", () => {
  const identity = { type: "UserAssigned", identity_ids: [IDENTITY_ID, "${var.other}"] };
  const model = modelOf({
    provider: PROVIDER,
    resource: { azurerm_linux_virtual_machine: { app: { ...IN_GROUP, name: "vm", identity } } },
  });
  const address = "azurerm_linux_virtual_machine.app";
  const resourceWhere = (isCompared: boolean) =>
    reportedOperations(model, "app", isCompared).operations[0]?.resources[0];
  expect(resourceWhere(false)).toEqual({ address });
  expect(resourceWhere(true)).toMatchObject({
    address,
    scopes: { resourceGroup: [GROUP], "linked:identity.identity_ids": [IDENTITY_ID, "/<var.other>"] },
  });
});

test.each<[string, object, string, number]>([
  ["an argument that is null", { os_disk: { disk_encryption_set_id: null } }, DISK, 0],
  ["an argument that is given", { os_disk: { disk_encryption_set_id: "${var.set}" } }, DISK, 2],
  ["a list of null", { identity: { type: "SystemAssigned", identity_ids: [null] } }, ATTACHED, 0],
  [
    "a list of null and an id",
    { identity: { type: "UserAssigned", identity_ids: [null, "x"] } },
    ATTACHED,
    1,
  ],
])("%s is told of as what it names", (_, values, scope, count) => {
  const model = modelOf({
    provider: PROVIDER,
    resource: { azurerm_linux_virtual_machine: { app: { ...IN_GROUP, name: "vm", ...values } } },
  });
  const [{ operations = [] } = {}] = reportedOperations(model, "app", false).operations;
  expect(operations.filter((operation) => operation.scope === scope)).toHaveLength(count);
});

/** Words of azapi and of backends, which are in no table. */
const FURTHER_WORDS = [
  "storageAccount",
  "container",
  "linked:userAssignedIdentities",
  "linked:detachedIdentities",
];

test("the page says what each word for a scope is, beside arguments and types", () => {
  const types = `${OPERATIONS}${FURTHER_OPERATIONS}`
    .trim()
    .split("\n\n")
    .flatMap((text) => text.split("\n")[0]?.split(" ") ?? []);
  const words = types.flatMap((type) => {
    const { rows = [], links = [] } = rowsOf({ type, isData: false }) ?? {};
    const plain = links.filter(
      ({ name, path, argument }) => argument === path[0] || (name === path[0] && name.startsWith("azurerm_")),
    );
    const scopes = rows.map(({ scope }) => scope);
    return scopes.filter((scope) => !plain.some((link) => link.scope === scope));
  });
  const page = readPage("docs/identity-report.md");
  const all = [...new Set([...words, ...FURTHER_WORDS])];
  expect(all).toContain("linked:nic.public_ip");
  expect(all.filter((word) => !page.includes(`\`${word}\``))).toEqual([]);
});

test("provider and backend are told of, resources of another stack and those that ask for nothing are not", () => {
  const model = modelOf({
    provider: PROVIDER,
    terraform: { backend: { azurerm: { storage_account_name: "ststate" } } },
    resource: { azurerm_linux_web_app: { app: {} }, time_sleep: { wait: {} } },
    data: { azurerm_client_config: { me: {} } },
  });
  expect(reportedOperations(model, "other", true)).toEqual({ operations: [], notCovered: [] });
  const { operations, notCovered } = reportedOperations(model, "app", false);
  expect(operations.map(({ type, resources }) => [type, ...resources.map(({ address }) => address)])).toEqual(
    [
      ["terraform.backend.azurerm", "terraform.backend.azurerm"],
      ["provider.azurerm", "provider.azurerm"],
    ],
  );
  expect(notCovered).toEqual([
    {
      address: "azurerm_linux_web_app.app",
      reason: "what Azure is asked for with azurerm_linux_web_app is not known",
    },
  ]);
});

/** Operations of the groups of a report, each as one line. */
function expanded(model: Model, stack: string): string[] {
  const lines = reportedOperations(model, stack, true).operations.flatMap(({ operations, resources }) =>
    resources.flatMap(({ address, scopes }) =>
      operations.flatMap(({ phase, action, certainty, scope, why, when, isData }) =>
        (scopes?.[scope] ?? []).map((id) => line(address, phase, action, certainty, why, when, isData, id)),
      ),
    ),
  );
  return lines.sort();
}

function needed(model: Model, stack: string): string[] {
  return needsOfStack(needsOf(model), stack)
    .operations.map(({ subject, phase, action, certainty, why, when, isData, place }) =>
      line(subject.address, phase, action, certainty, why, when, isData, showPlace(place)),
    )
    .sort();
}

function line(...words: (string | boolean | undefined)[]): string {
  return words.map((word) => (word === undefined || word === false ? "-" : word)).join(" ");
}
