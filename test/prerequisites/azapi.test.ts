import type { TerraformJson } from "../../lib/model/terraform-json";
import { leastPrivilege } from "../../lib/prerequisites/least-privilege";
import { needsOf } from "../../lib/prerequisites/operations";
import { showPlace } from "../../lib/prerequisites/place";
import { modelOf } from "../model/source";
import { GROUP, HERE, IDENTITY_ID, IN_GROUP, lines, needsAt, ORDERS, PROVIDER } from "./support";

const MACHINE = `${GROUP}/providers/Microsoft.Compute/virtualMachines/vm-platform`;
const TYPE = "Microsoft.Compute/virtualMachines";
const ASSIGN = "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action";
const target = { type: `${TYPE}@2024-07-01`, resource_id: MACHINE };
const modelWith = (resource: TerraformJson["resource"], more: TerraformJson = {}) =>
  modelOf({
    provider: PROVIDER,
    resource: { azurerm_user_assigned_identity: { orders: { name: "id-orders", ...IN_GROUP } }, ...resource },
    ...more,
  });
const linesOf = (type: string, values: object, more?: TerraformJson) =>
  lines(modelWith({ [type]: { a: { ...values } } }, more), `${type}.a`);
const openOf = (type: string, values: object) =>
  needsOf(modelWith({ [type]: { a: { ...values } } })).notCovered.map(({ reason }) => reason);

const identity = { type: "UserAssigned", userAssignedIdentities: { [`\${${ORDERS}.id}`]: {} } };

test("a request that attaches identities changes the machine, follows the work and uses each identity", () => {
  expect(linesOf("azapi_resource_action", { ...target, method: "PATCH", body: { identity } })).toEqual([
    `create always ${TYPE}/write ${MACHINE}`,
    `update always ${TYPE}/write ${MACHINE}`,
    `create conditional ${TYPE}/read ${MACHINE}`,
    `create conditional Microsoft.Compute/locations/operations/read ${GROUP}`,
    `create always ${ASSIGN} ${IDENTITY_ID}`,
  ]);
});

test.each([
  ["as null in the map", { userAssignedIdentities: { [`\${${ORDERS}.id}`]: null } }],
  [
    "as null in an expression",
    `\${[{ type = "None", userAssignedIdentities = { (${ORDERS}.id) = null } }][0]}`,
  ],
  ["as null in an expression, by their id", `\${{ userAssignedIdentities = { ("${IDENTITY_ID}") = null } }}`],
])("a request that takes identities away on destroy may use them: %s", (_, gone) => {
  const values = { ...target, method: "PATCH", when: "destroy", body: { identity: gone } };
  expect(linesOf("azapi_resource_action", values)).toEqual([
    `delete always ${TYPE}/write ${MACHINE}`,
    `delete conditional ${TYPE}/read ${MACHINE}`,
    `delete conditional Microsoft.Compute/locations/operations/read ${GROUP}`,
    `delete uncertain ${ASSIGN} ${IDENTITY_ID}`,
  ]);
});

test("identities that only Terraform knows may be attached", () => {
  const found = linesOf("azapi_resource_action", {
    ...target,
    method: "PATCH",
    body: { identity: "${var.x}" },
  });
  expect(found).toContain(`create conditional ${ASSIGN} /<identities of azapi_resource_action.a>`);
});

test.each([
  ["GET", undefined, `${TYPE}/read`],
  ["PUT", "extensions", `${TYPE}/extensions/write`],
  ["DELETE", undefined, `${TYPE}/delete`],
  ["POST", "start", `${TYPE}/start/action`],
  [undefined, "start", `${TYPE}/start/action`],
])("the method and the action of a request say what it asks for: %s %s", (method, action, expected) => {
  expect(linesOf("azapi_resource_action", { ...target, method, action })[0]).toBe(
    `create always ${expected} ${MACHINE}`,
  );
});

test.each<[what: string, values: object]>([
  ["its action has a path", { ...target, action: "providers/Microsoft.Insights/x" }],
  ["a POST names no action", target],
  ["its method is a variable", { ...target, method: "${var.method}" }],
  ["its type is a variable", { resource_id: MACHINE, type: "${var.type}", action: "start" }],
])("a request is not covered where %s", (_, values) => {
  expect(linesOf("azapi_resource_action", values)).toEqual([]);
  expect(openOf("azapi_resource_action", values)).toEqual([
    "what Azure is asked for with azapi_resource_action is not known",
  ]);
});

test("a resource of any type is made, read, changed and deleted where its parent, type and name say", () => {
  const values = {
    type: "Microsoft.App/jobs@2024-03-01",
    parent_id: GROUP,
    name: "job-orders",
    location: "westeurope",
    identity: [{ type: "UserAssigned", identity_ids: [`\${${ORDERS}.id}`] }],
    body: { properties: { replicas: 1 } },
  };
  const job = `${GROUP}/providers/Microsoft.App/jobs/job-orders`;
  expect(linesOf("azapi_resource", values)).toEqual([
    `create always Microsoft.App/jobs/read ${job}`,
    `create always Microsoft.App/jobs/write ${job}`,
    `update always Microsoft.App/jobs/write ${job}`,
    `read always Microsoft.App/jobs/read ${job}`,
    `delete always Microsoft.App/jobs/delete ${job}`,
    `create always ${ASSIGN} ${IDENTITY_ID}`,
    `create conditional Microsoft.App/register/action ${HERE}`,
  ]);
  expect(openOf("azapi_resource", values)).toEqual([]);
});

test.each([
  ["a child is in its parent", "Microsoft.Sql/servers/databases", "servers/sql", "servers/sql/databases/a"],
  ["an extension is at what it extends", "Microsoft.Insights/diagnosticSettings", "servers/sql", undefined],
])("%s", (_, type, parent, expected) => {
  const above = `${GROUP}/providers/Microsoft.Sql/${parent}`;
  const place = expected
    ? `${GROUP}/providers/Microsoft.Sql/${expected}`
    : `${above}/providers/Microsoft.Insights/diagnosticSettings/a`;
  const values = { type: `${type}@2024-01-01`, parent_id: above, name: "a" };
  expect(linesOf("azapi_resource", values)[1]).toBe(`create always ${type}/write ${place}`);
});

test("a resource group is made in its subscription, by the name that its action has", () => {
  const values = { type: "Microsoft.Resources/resourceGroups@2024-03-01", parent_id: HERE, name: "rg-jobs" };
  expect(linesOf("azapi_resource", values)[1]).toBe(
    `create always Microsoft.Resources/subscriptions/resourceGroups/write ${HERE}/resourceGroups/rg-jobs`,
  );
});

test("nobody can have a role at a resource before azapi makes it: its group counts", () => {
  const values = { type: "Microsoft.Compute/snapshots@2024-03-02", parent_id: GROUP, name: "a" };
  const model = modelWith({ azapi_resource: { a: values } });
  const { roles } = leastPrivilege(needsAt(model, "azapi_resource.a"), model);
  expect(roles.map(({ grant: { place } }) => showPlace(place))).toEqual([GROUP]);
});

test("azapi registers no resource provider where it is told to skip that", () => {
  const values = { type: "Microsoft.App/jobs@2024-03-01", parent_id: GROUP, name: "a" };
  const provider = { ...PROVIDER, azapi: [{ skip_provider_registration: true }] };
  expect(linesOf("azapi_resource", values, { provider }).join()).not.toContain("register");
});

test.each<[what: string, body: unknown, isOpen: boolean]>([
  ["an id in the body", { properties: { subnet: `${GROUP}/providers/x` } }, true],
  ["the id of a resource", { properties: { subnet: "${azurerm_subnet.a.id}" } }, true],
  ["a variable", { properties: { subnet: "${var.subnet}" } }, true],
  ["a body that is an expression", "${jsonencode({})}", true],
  ["the name of a resource", { location: "${azurerm_resource_group.a.location}" }, false],
  ["identities alone", { identity }, false],
  ["plain values", { properties: { size: "small", count: 2 } }, false],
])("what the body says beside identities may be about other resources: %s", (_, body, isOpen) => {
  const values = { type: "Microsoft.App/jobs@2024-03-01", parent_id: GROUP, name: "a", body };
  expect(openOf("azapi_resource", values)).toEqual(
    isOpen ? ["what Azure asks for at resources that the body of azapi_resource names is not known"] : [],
  );
});

test("a change of a resource of others sends all of it back, with identities that are not known", () => {
  expect(linesOf("azapi_update_resource", { ...target, body: { identity } })).toContain(
    `create always ${TYPE}/write ${MACHINE}`,
  );
  expect(openOf("azapi_update_resource", { ...target, body: { identity } })).toEqual([
    "azapi_update_resource sends all that it finds back, and which identities Azure then checks is not known",
  ]);
});

test("data sources read what they name, also by what a request has answered", () => {
  const model = modelWith(
    { azapi_resource_action: { a: { ...target, method: "PATCH", body: { identity } } } },
    {
      data: {
        azapi_resource: {
          before: target,
          after: { ...target, resource_id: "${azapi_resource_action.a.output.id}" },
        },
        azapi_client_config: { me: {} },
      },
    },
  );
  for (const name of ["before", "after"]) {
    expect(lines(model, `data.azapi_resource.${name}`)).toEqual([`read always ${TYPE}/read ${MACHINE}`]);
  }
  expect(needsOf(model).notCovered).toEqual([]);
});

test("a run command is written to its machine, and its work followed in the group of that", () => {
  const runCommand = `${TYPE}/runCommands`;
  const id = `${MACHINE}/runCommands/verify`;
  const values = { name: "verify", virtual_machine_id: MACHINE, location: "westeurope" };
  expect(linesOf("azurerm_virtual_machine_run_command", values)).toEqual([
    `create always ${runCommand}/read ${MACHINE}`,
    `create always ${runCommand}/write ${MACHINE}`,
    `create uncertain Microsoft.Compute/locations/operations/read ${GROUP}`,
    `read always ${runCommand}/read ${id}`,
    `update always ${runCommand}/read ${id}`,
    `update always ${runCommand}/write ${id}`,
    `delete always ${runCommand}/delete ${id}`,
  ]);
});
