import { readModel } from "../../lib/model/model";
import { literal, readValue } from "../../lib/model/value";
import { evaluate, type Verdict } from "../../lib/prerequisites/evaluate";
import type { Grant } from "../../lib/prerequisites/grant";
import { needsOf } from "../../lib/prerequisites/operations";
import { showPlace } from "../../lib/prerequisites/place";
import { subscriptionOfStack } from "../../lib/prerequisites/subscription";
import { GUID, modelOf, OTHER_SUBSCRIPTION, SUBSCRIPTION, source } from "../model/source";
import { at, GROUP, grant, HERE, IN_GROUP, needsAt, ORDERS, PROVIDER } from "./support";

const READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const IDENTITY = { name: "id-orders", ...IN_GROUP };
const identity = modelOf({
  provider: PROVIDER,
  resource: { azurerm_user_assigned_identity: { orders: IDENTITY } },
});
const verdicts = (model: typeof identity, grants: readonly Grant[], address = ORDERS) =>
  evaluate(needsAt(model, address), grants, model);
const statuses = (found: readonly Verdict[]) => [...new Set(found.map(({ status }) => status))];
const reasons = (found: readonly Verdict[]) => [...new Set(found.map(({ reason }) => reason))];

test("a verdict says which operation is missing, where and of what", () => {
  const found = verdicts(identity, [grant(identity, "Reader", HERE)]).filter(
    ({ status }) => status === "missing",
  );
  expect(found.map(({ operation }) => [operation?.phase, operation?.action.split("/")[2]])).toEqual([
    ["create", "write"],
    ["update", "write"],
    ["delete", "delete"],
  ]);
  expect(found[0]).toMatchObject({ subject: { path: ORDERS }, operation: { why: "creates it" } });
  expect(showPlace(found[0]?.operation?.place ?? [])).toBe(GROUP);
});

test("without a grant all is missing, and grants add up", () => {
  expect(statuses(verdicts(identity, []))).toEqual(["missing"]);
  const both = [grant(identity, "Reader", HERE), grant(identity, "Managed Identity Contributor", GROUP)];
  expect(statuses(verdicts(identity, both))).toEqual(["satisfied"]);
  expect(verdicts(identity, both).find(({ operation }) => operation?.phase === "delete")?.by).toBe(both[1]);
});

test("what one role leaves out, another gives", () => {
  const model = modelOf({
    provider: PROVIDER,
    resource: {
      azurerm_role_assignment: { a: { scope: GROUP, principal_id: GUID, role_definition_name: "Reader" } },
    },
  });
  const contributor = grant(model, "Contributor", HERE);
  const missing = verdicts(model, [contributor], "azurerm_role_assignment.a").filter(
    ({ status }) => status === "missing",
  );
  expect(missing.map(({ operation }) => operation?.action)).toEqual([
    "Microsoft.Authorization/roleAssignments/write",
    "Microsoft.Authorization/roleAssignments/delete",
  ]);
  const both = [contributor, grant(model, "User Access Administrator", GROUP)];
  expect(statuses(verdicts(model, both, "azurerm_role_assignment.a"))).toEqual(["satisfied"]);
});

test("a role with a condition of its own, or of a management group, may do", () => {
  const model = modelOf({
    provider: PROVIDER,
    resource: {
      azurerm_role_assignment: { a: { scope: GROUP, principal_id: GUID, role_definition_name: "Reader" } },
    },
  });
  const access = [grant(model, "Key Vault Data Access Administrator", HERE)];
  expect(reasons(verdicts(model, access, "azurerm_role_assignment.a"))).toContain(
    "the role itself allows it under a condition",
  );
  const high = [grant(identity, "Owner", "/providers/Microsoft.Management/managementGroups/mg")];
  expect(statuses(verdicts(identity, high))).toEqual(["conditional"]);
  expect(reasons(verdicts(identity, high))).toEqual([`which management groups ${HERE} is in is not known`]);
});

test("what is asked for under a condition is conditional where nothing allows it, and what is tolerated is not missed", () => {
  const model = modelOf({
    provider: PROVIDER,
    resource: {
      azurerm_linux_virtual_machine: {
        a: { name: "vm", ...IN_GROUP, network_interface_ids: ["${var.nic}"] },
      },
    },
  });
  const found = verdicts(model, [], "azurerm_linux_virtual_machine.a");
  const of = (action: string) => found.filter(({ operation }) => operation?.action.endsWith(action));
  expect(of("/powerOff/action")).toMatchObject([
    {
      status: "conditional",
      reason: "it is asked for when its size, OS disk, network interfaces or placement change",
    },
  ]);
  expect(of("/networkInterfaces/read")).toMatchObject([
    { status: "satisfied", reason: "azurerm goes on without it" },
  ]);
  expect(of("/disks/write")[0]).toMatchObject({
    status: "conditional",
    reason: "Azure is not known to check it",
  });
});

test("what is not in the table is not covered", () => {
  const model = modelOf({ provider: PROVIDER, resource: { azurerm_linux_web_app: { a: { name: "ca" } } } });
  const found = evaluate(needsOf(model), [grant(model, "Owner", "/")], model);
  expect(found.at(-1)).toMatchObject({
    status: "not covered",
    subject: { address: "azurerm_linux_web_app.a" },
  });
});

const LATE = "can be had only after this stack made it";

test("a role at a group that the stack makes cannot be what makes the stack", () => {
  const resource = {
    azurerm_resource_group: { a: { name: "rg-orders", location: "westeurope" } },
    azurerm_user_assigned_identity: {
      orders: { name: "id", resource_group_name: "${azurerm_resource_group.a.name}" },
    },
  };
  const model = modelOf({ provider: PROVIDER, resource });
  for (const scope of ["${azurerm_resource_group.a.id}", GROUP]) {
    const owner = [grant(model, "Owner", scope)];
    expect(reasons(verdicts(model, owner))).toEqual([`a role at ${GROUP} ${LATE}`]);
    const created = verdicts(model, owner, "azurerm_resource_group.a").filter(
      ({ operation }) => operation?.phase === "create",
    );
    expect(statuses(created)).toEqual(["missing"]);
  }
  expect(statuses(verdicts(model, [grant(model, "Contributor", HERE)]))).toEqual(["satisfied"]);
});

test("a role at a group that another stack makes can", () => {
  const name = "${data.terraform_remote_state.cross-stack-reference-input-base.outputs.group}";
  const model = readModel([
    source("base", {
      provider: PROVIDER,
      resource: { azurerm_resource_group: { a: { name: "rg-orders" } } },
      output: { group: { value: "${azurerm_resource_group.a.name}" } },
    }),
    source("app", {
      provider: PROVIDER,
      resource: { azurerm_user_assigned_identity: { orders: { name: "id", resource_group_name: name } } },
    }),
  ]);
  expect(statuses(verdicts(model, [grant(model, "Contributor", GROUP)]))).toEqual(["satisfied"]);
});

describe("roles of one's own", () => {
  const permissions = { actions: ["Microsoft.ManagedIdentity/*"], not_actions: ["*/delete"] };
  const model = (block: object) =>
    modelOf({
      provider: PROVIDER,
      resource: {
        azurerm_user_assigned_identity: { orders: IDENTITY },
        azurerm_role_definition: { own: { name: "own", scope: HERE, permissions: [block] } },
      },
      data: {},
    });
  const held = (of: typeof identity) => ({
    role: {
      definition:
        readValue("${azurerm_role_definition.own.role_definition_resource_id}", "app") ?? literal(""),
    },
    place: at(of, HERE),
  });

  test("literal blocks are looked at one by one", () => {
    const block = { notActions: [], dataActions: [], notDataActions: [], isConditional: false };
    const own = [
      { ...block, actions: ["Microsoft.ManagedIdentity/*"], notActions: ["*/delete"] },
      { ...block, actions: ["Microsoft.ManagedIdentity/userAssignedIdentities/delete"] },
    ];
    const given = (blocks: typeof own) => [{ role: { permissions: blocks }, place: at(identity, GROUP) }];
    expect(statuses(verdicts(identity, given(own)))).toEqual(["satisfied"]);
    expect(statuses(verdicts(identity, given(own.slice(0, 1))))).toEqual(["satisfied", "missing"]);
  });

  test("one that the stack itself makes can be had only after that", () => {
    const made = model(permissions);
    const found = verdicts(made, [held(made)]);
    expect(statuses(found)).toEqual(["conditional", "missing"]);
    expect(reasons(found)).toEqual([`role azurerm_role_definition.own ${LATE}`, undefined]);
  });

  test("one of another stack is read, and what only Terraform knows of it may add and leave out", () => {
    const of = (block: object) => {
      const both = readModel([
        source("app", {
          provider: PROVIDER,
          resource: { azurerm_user_assigned_identity: { orders: IDENTITY } },
        }),
        source("roles", {
          provider: PROVIDER,
          resource: { azurerm_role_definition: { own: { name: "own", scope: HERE, permissions: block } } },
        }),
      ]);
      const definition =
        readValue("${azurerm_role_definition.own.role_definition_id}", "roles") ?? literal("");
      return statuses(verdicts(both, [{ role: { definition }, place: at(both, HERE) }]));
    };
    expect(of([permissions])).toEqual(["satisfied", "missing"]);
    expect(of([{ actions: "${var.actions}" }])).toEqual(["conditional"]);
    expect(of([{ actions: ["*"], not_actions: ["${var.not}"] }])).toEqual(["conditional"]);
    expect(of([{ actions: ["*"] }])).toEqual(["satisfied"]);
  });

  test("of a role that nobody defines nothing is known", () => {
    expect(reasons(verdicts(identity, [grant(identity, GUID, HERE)]))).toEqual([
      `what role ${GUID} allows is not known`,
    ]);
  });
});

describe("a limit of what may be assigned", () => {
  const stack = (values: object) =>
    modelOf({
      provider: PROVIDER,
      resource: {
        azurerm_role_assignment: {
          a: {
            scope: GROUP,
            principal_id: GUID,
            principal_type: "ServicePrincipal",
            role_definition_name: "Reader",
            ...values,
          },
        },
      },
    });
  const status = (values: object, limit: object) => {
    const model = stack(values);
    return statuses(verdicts(model, [grant(model, "Owner", HERE, limit)], "azurerm_role_assignment.a"));
  };

  test.each([
    ["the role", {}, { roles: [READER.toUpperCase()] }],
    ["the type", {}, { principalTypes: ["serviceprincipal"] }],
    ["the principal", {}, { principals: [literal(GUID)] }],
    ["nothing", {}, {}],
  ])("lets pass what it lists: %s", (_, values, limit) => {
    expect(status(values, limit)).toEqual(["satisfied"]);
  });

  test.each([
    ["role", {}, { roles: [GUID] }],
    ["type", {}, { principalTypes: ["User"] }],
    ["type, where none is said", { principal_type: undefined }, { principalTypes: ["ServicePrincipal"] }],
    ["principal", {}, { principals: [literal(OTHER_SUBSCRIPTION)] }],
    ["role, where the type fits", {}, { roles: [GUID], principalTypes: ["ServicePrincipal"] }],
  ])("stops another %s, but no reading", (_, values, limit) => {
    const model = stack(values);
    const found = verdicts(model, [grant(model, "Owner", HERE, limit)], "azurerm_role_assignment.a");
    expect(found.filter((one) => one.status === "missing").map(({ operation }) => operation?.action)).toEqual(
      ["Microsoft.Authorization/roleAssignments/write", "Microsoft.Authorization/roleAssignments/delete"],
    );
  });

  test.each([
    ["role", { role_definition_name: "${var.role}" }, { roles: [READER] }],
    ["type", { principal_type: "${var.type}" }, { principalTypes: ["User"] }],
    ["principal", { principal_id: "${var.id}" }, { principals: [literal(GUID)] }],
  ])("may stop a %s that only Terraform knows", (_, values, limit) => {
    expect(status(values, limit)).toEqual(["satisfied", "conditional"]);
  });
});

describe("a provider that names no subscription", () => {
  const stack = (scope: string, provider: object = {}) =>
    modelOf({
      provider: { azurerm: [provider] },
      resource: {
        azurerm_user_assigned_identity: { orders: IDENTITY },
        azurerm_management_lock: { a: { name: "l", scope } },
      },
    });

  test.each([
    {},
    { subscription_id: "${var.subscription}" },
  ])("is in the one that ids and grants agree on: %j", (provider) => {
    const model = stack(GROUP, provider);
    expect(statuses(verdicts(model, [grant(model, "Owner", HERE)]))).toEqual(["satisfied"]);
    expect(statuses(verdicts(model, [grant(model, "Owner", GROUP)]))).toEqual(["satisfied"]);
  });

  test("is in the one of the grants, where no id says more", () => {
    const model = stack("${var.scope}");
    expect(statuses(verdicts(model, [grant(model, "Owner", HERE)]))).toEqual(["satisfied"]);
  });

  test("is in none where they disagree, and the reason says so", () => {
    const model = stack(`/subscriptions/${OTHER_SUBSCRIPTION}/resourceGroups/rg`);
    const found = verdicts(model, [grant(model, "Owner", HERE)]);
    expect(statuses(found)).toEqual(["conditional"]);
    expect(reasons(found)).toEqual([
      `the provider does not say which subscription, and ids and scopes are of several: ${OTHER_SUBSCRIPTION}, ${SUBSCRIPTION}`,
    ]);
  });

  test("is its own subscription all the same", () => {
    const model = stack(`/subscriptions/${OTHER_SUBSCRIPTION}`);
    const place = subscriptionOfStack(model, "app");
    const [{ role }] = [grant(model, "Owner", "/")];
    expect(statuses(verdicts(model, [{ role, place }]))).toEqual(["satisfied"]);
  });

  test("makes its group in the subscription that is agreed on, where a role at it comes too late", () => {
    const model = modelOf({
      provider: { azurerm: [{}] },
      resource: {
        azurerm_resource_group: { a: { name: "rg-orders" } },
        azurerm_user_assigned_identity: { orders: IDENTITY },
      },
    });
    const found = verdicts(model, [grant(model, "Owner", GROUP)]);
    expect(statuses(found)).toEqual(["conditional"]);
    expect(reasons(found)[0]).toContain(LATE);
  });
});
