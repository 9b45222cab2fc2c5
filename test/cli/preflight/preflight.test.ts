import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TerraformStack, TerraformVariable } from "cdktf";
import { Role, Scope, UserAssignedIdentity } from "cdktf-azure-identity";
import { exported, GROUP as IN_GROUP, newApp, newStack, SUBSCRIPTION } from "../../support";
import type { Reply } from "./arm-server";
import { type Azure, answers } from "./azure";
import {
  CLIENT,
  folderWith,
  GROUP,
  HERE,
  type Ran,
  type Run,
  runOn,
  started,
  synthesizedFolder,
} from "./support";

const OTHER = "99999999-8888-7777-6666-555555555555";

const orders = synthesizedFolder((stack) => {
  const identity = new UserAssignedIdentity(stack, "identity", { ...IN_GROUP, name: "id-orders" });
  identity.assignRole("reads-group", Role.builtIn("Reader"), GROUP);
});

interface Told {
  readonly status: string;
  readonly action: string;
  readonly scope: string;
  readonly askedAt: string | null;
  readonly reason?: string;
}

/** Runs preflight against an Azure, and returns what it says of all operations that are not allowed. */
async function rest(folder: string, azure: Azure, run: Run = {}) {
  const { code, out, requests } = await against(folder, azure, { ...run, format: "json" });
  const told: Told[] = JSON.parse(out).stacks.flatMap((stack: { operations: Told[] }) => stack.operations);
  return { code, requests, told, rest: told.filter(({ status }) => status !== "satisfied") };
}

async function against(folder: string, azure: Azure, run: Run = {}): Promise<Ran & { requests: string[] }> {
  const server = await started(answers(azure));
  return { ...(await runOn(folder, server, run)), requests: server.requests };
}

test("one who may do everything at the subscription is asked about once", async () => {
  const { code, rest: open, requests } = await rest(orders, { holds: [{ role: "Owner", scope: HERE }] });
  expect({ code, open }).toEqual({ code: 0, open: [] });
  expect(requests).toEqual([
    `GET ${HERE}/providers/Microsoft.Authorization/permissions?api-version=2022-04-01`,
  ]);
});

test("what is missing is said with the scope that exists, the resources and the least role", async () => {
  const { code, out } = await against(orders, {
    exists: [GROUP],
    holds: [{ role: "Contributor", scope: HERE }],
  });
  expect(code).toBe(1);
  expect(out).toContain(`orders: of 14 operations, 2 missing, 12 allowed

  missing: the apply fails with 403
    at ${GROUP}
      Microsoft.Authorization/roleAssignments: delete, write
      for orders/identity/reads-group
      enough is "Role Based Access Control Administrator" with a condition on what it may assign
`);
});

test("a role at the group alone is found where the subscription does not tell", async () => {
  const azure = { exists: [GROUP], holds: [{ role: "Owner", scope: GROUP }] };
  const { code, rest: open } = await rest(orders, azure);
  expect(code).toBe(2);
  expect(open.map(({ scope, askedAt }) => [scope, askedAt])).toContainEqual([HERE, HERE]);
  expect(new Set(open.map(({ status, scope }) => `${status} ${scope}`))).toEqual(
    new Set([`not asked ${HERE}`]),
  );
});

test("what the group does not allow is missing, though the subscription does not tell", async () => {
  const { code, rest: open } = await rest(orders, {
    exists: [GROUP],
    holds: [{ role: "Reader", scope: GROUP }],
  });
  const writing = open.find(({ action }) => action.endsWith("userAssignedIdentities/write"));
  expect(code).toBe(1);
  expect(writing).toMatchObject({ status: "missing", askedAt: GROUP });
});

test("what is not asked is no reason to fail where it is asked for in some applies only", async () => {
  const app = newApp();
  const stack = new TerraformStack(app, "orders");
  new AzurermProvider(stack, "azurerm", {
    features: [{}],
    subscriptionId: SUBSCRIPTION,
    resourceProviderRegistrations: "none",
  });
  exported(new UserAssignedIdentity(stack, "identity", { ...IN_GROUP, name: "id-orders" }));
  app.synth();
  const { code, rest: open } = await rest(app.outdir, {
    exists: [GROUP],
    holds: [{ role: "Owner", scope: GROUP }],
  });
  expect(code).toBe(0);
  expect(open).toMatchObject([
    { status: "not asked", action: "Microsoft.Resources/subscriptions/providers/read" },
  ]);
});

test("a role at a resource that exists counts, also where the stack says that it makes it", async () => {
  const id = `${GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders`;
  const holds = [
    { role: "Reader", scope: HERE },
    { role: "Managed Identity Contributor", scope: id },
  ];
  const { told } = await rest(orders, { exists: [id], holds });
  const deleting = told.find(({ action }) => action.endsWith("userAssignedIdentities/delete"));
  expect(deleting).toMatchObject({ status: "satisfied", askedAt: id });
});

test("below a group that does not exist nothing is asked", async () => {
  const { code, rest: open, requests } = await rest(orders, { holds: [{ role: "Reader", scope: HERE }] });
  expect(code).toBe(1);
  expect(requests).toHaveLength(2);
  expect(open.filter(({ status }) => status === "missing").every(({ askedAt }) => askedAt === HERE)).toBe(
    true,
  );
});

test.each<[string, Azure["holds"], string]>([
  ["by one with Reader", [{ role: "Reader", scope: HERE }], "4 missing, 1 open, 1 not needed, 7 allowed"],
  ["by nobody that Azure tells of", [], "12 not asked, 1 not needed"],
])("each operation is counted once when it is asked %s", async (_, holds, counts) => {
  const account = { name: "storders", resource_group_name: "rg-orders", location: "westeurope" };
  const folder = folderWith({
    provider: { azurerm: { features: {}, subscription_id: SUBSCRIPTION } },
    resource: { azurerm_storage_account: { orders: account } },
  });
  const { out } = await against(folder, { exists: [GROUP], holds });
  const [, all, told = ""] = /: of (\d+) operations, (.*)/.exec(out) ?? [];
  expect(told).toBe(counts);
  expect(told.split(", ").reduce((sum, part) => sum + Number.parseInt(part, 10), 0)).toBe(Number(all));
});

test("what may be asked for one day is open, and no reason to fail", async () => {
  const reader = [{ role: "Reader", scope: HERE }];
  const holds = [...reader, { role: "Managed Identity Contributor", scope: HERE }];
  const folder = synthesizedFolder((stack) => {
    new UserAssignedIdentity(stack, "identity", { ...IN_GROUP, name: "id-orders" });
  });
  const { code, out } = await against(folder, { holds });
  expect(code).toBe(0);
  expect(out).toContain(
    "open: the apply may fail with 403\n    as it is asked for when it is not registered in",
  );
});

test("permissions come in pages, and a condition of a role leaves open what it allows", async () => {
  const permissions = (page: number, url: string): Reply =>
    page === 1
      ? { body: { value: [{ actions: ["*/read"] }], nextLink: `${url}${HERE}/next?page=2` } }
      : {
          body: {
            value: [
              { actions: ["*"], notActions: [], condition: "@Resource[x] Exists", conditionVersion: "2.0" },
            ],
          },
        };
  const server = await started(({ searchParams }, { url }) =>
    permissions(searchParams.get("page") ? 2 : 1, url),
  );
  const { code, out } = await runOn(orders, server, { format: "json" });
  const told: Told[] = JSON.parse(out).stacks[0].operations;
  expect(code).toBe(0);
  expect(new Set(told.map(({ status, reason }) => `${status}: ${reason}`))).toEqual(
    new Set(["satisfied: undefined", "conditional: the role itself allows it under a condition"]),
  );
});

test("throttling is waited for, and shown on a terminal alone", async () => {
  for (const isTerminal of [true, false]) {
    let count = 0;
    const server = await started((url) =>
      count++ === 0
        ? { status: 429, body: { error: { code: "x", message: "x" } }, headers: { "retry-after": "1" } }
        : answers({ holds: [{ role: "Owner", scope: HERE }] })(url),
    );
    const { code, err } = await runOn(orders, server, { isTerminal });
    expect(code).toBe(0);
    const line = "\r\u001B[K";
    const shown = [
      "signing in to Azure",
      "Azure throttles, waiting 1 s",
      "asking Azure about permissions: 1 scope",
    ];
    const all = [...shown, "asking Azure about role assignments", ""].map((text) => line + text).join("");
    expect(err).toBe(isTerminal ? all : "");
  }
});

test("a group that Terraform alone knows is asked about at its subscription", async () => {
  const folder = synthesizedFolder((stack) => {
    const group = new TerraformVariable(stack, "group", { type: "string" }).stringValue;
    const identity = new UserAssignedIdentity(stack, "identity", {
      ...IN_GROUP,
      resourceGroupName: group,
      name: "id-orders",
    });
    exported(identity);
  });
  const owner = await rest(folder, { holds: [{ role: "Owner", scope: HERE }] });
  expect(owner).toMatchObject({ code: 0, rest: [] });
  const reader = await rest(folder, { holds: [{ role: "Reader", scope: HERE }] });
  const writing = reader.rest.find(({ action }) => action.endsWith("userAssignedIdentities/write"));
  expect(reader.code).toBe(0);
  expect(writing).toMatchObject({
    status: "conditional",
    scope: `${HERE}/resourceGroups/<var.group>`,
    askedAt: HERE,
    reason: `no role at ${HERE} allows it, and what lies below is known to Terraform alone`,
  });
});

test("a scope that Terraform alone knows is open, and one of the tenant is asked about", async () => {
  const group = Scope.managementGroup("mg-platform");
  const folder = synthesizedFolder((stack) => {
    const identity = new UserAssignedIdentity(stack, "identity", { ...IN_GROUP, name: "id-orders" });
    const unknown = new TerraformVariable(stack, "scope", { type: "string" }).stringValue;
    identity.assignRole("reads-unknown", Role.builtIn("Reader"), unknown);
    identity.assignRole("reads-all", Role.builtIn("Reader"), group);
  });
  const { code, rest: open } = await rest(folder, {
    exists: [group],
    holds: [
      { role: "Owner", scope: HERE },
      { role: "Reader", scope: group },
    ],
  });
  expect(code).toBe(1);
  expect(new Set(open.map(({ status, scope, reason }) => `${status} ${scope} ${reason ?? ""}`))).toEqual(
    new Set([`missing ${group} `, "conditional /<var.scope> /<var.scope> is known to Terraform alone"]),
  );
});

test("stacks are asked about together, and told of one by one", async () => {
  const app = newApp();
  for (const id of ["orders", "payments"]) {
    exported(new UserAssignedIdentity(newStack(id, app), "identity", { ...IN_GROUP, name: `id-${id}` }));
  }
  app.synth();
  const { code, out, requests } = await against(app.outdir, { holds: [{ role: "Owner", scope: HERE }] });
  expect({ code, count: requests.length }).toEqual({ code: 0, count: 1 });
  expect(
    out,
  ).toBe(`asked as application 0a0a0a0a-1b1b-2c2c-3d3d-4e4e4e4e4e4e, object id bbbbbbbb-cccc-dddd-eeee-ffffffffffff, tenant 99999999-8888-7777-6666-555555555555

orders: 7 operations, all of them allowed

payments: 7 operations, all of them allowed

not looked at: locks, policies, quotas, deny assignments, and conditions on the role assignments of
the signed-in principal
`);
});

test("what is not covered is named", async () => {
  const folder = folderWith({
    provider: { azurerm: [{ features: [{}], subscription_id: SUBSCRIPTION }] },
    resource: { azurerm_dns_zone: { zone: { name: "orders.example", resource_group_name: "rg-orders" } } },
  });
  const { out } = await against(folder, { holds: [{ role: "Owner", scope: HERE }] });
  expect(out).toContain(
    "  not covered\n    what Azure is asked for with azurerm_dns_zone is not known, for azurerm_dns_zone.zone\n",
  );
});

test("a stack without Azure asks nobody", async () => {
  const folder = folderWith({ resource: { null_resource: { nothing: {} } } });
  const { code, out, err, requests } = await against(folder, { holds: [] }, { isTerminal: true });
  expect({ code, requests }).toEqual({ code: 0, requests: [] });
  expect(err).not.toContain("signing in");
  expect(out).toContain(": asks nothing of Azure that is known here\n");
});

test("another principal in ARM_CLIENT_ID is a notice", async () => {
  const azure = { holds: [{ role: "Owner", scope: HERE }] };
  const { err } = await against(orders, azure, { env: { ARM_CLIENT_ID: OTHER } });
  expect(err).toBe(
    `note: Terraform signs in as application ${OTHER}, from ARM_CLIENT_ID; asked was as ${CLIENT}, whose roles may be others\n`,
  );
  expect((await against(orders, azure, { env: { ARM_CLIENT_ID: CLIENT } })).err).toBe("");
});
