import { guidOfRole, nameOfRole } from "../../lib/model/binding";
import { argument, entryOf, follow, readModel } from "../../lib/model/model";
import type { Block } from "../../lib/model/terraform-json";
import { literal, type Reference, readValue } from "../../lib/model/value";
import { GUID, modelOf, source } from "./source";

const VM = "azurerm_linux_virtual_machine";

function reference(raw: string, stack = "app"): Reference {
  return readValue(raw, stack) as Reference;
}

function hostOf(values: Block, type = VM) {
  return modelOf({ resource: { [type]: { vm: values } } }).hosts[0];
}

function only(values: Block) {
  return modelOf({ resource: { azurerm_user_assigned_identity: { app: values } } }).entries[0];
}

test("resources and data sources become entries with the addresses of Terraform", () => {
  const model = modelOf({
    resource: { azurerm_resource_group: { a: {}, b: {} }, random_pet: { name: {} } },
    data: { azurerm_client_config: { me: {} } },
  });
  expect(model.entries.map(({ address, type, isData }) => ({ address, type, isData }))).toEqual([
    { address: "azurerm_resource_group.a", type: "azurerm_resource_group", isData: false },
    { address: "azurerm_resource_group.b", type: "azurerm_resource_group", isData: false },
    { address: "random_pet.name", type: "random_pet", isData: false },
    { address: "data.azurerm_client_config.me", type: "azurerm_client_config", isData: true },
  ]);
});

test("a stack without anything has an empty model", () => {
  expect(modelOf({})).toMatchObject({ entries: [], identities: [], hosts: [], bindings: [], merged: [] });
});

test("an entry is named by its construct path, without the default child", () => {
  const at = (path: string) => only({ "//": { metadata: { path, uniqueId: "app" } } })?.path;
  expect(at("app/identity/Default")).toBe("app/identity");
  expect(at("app/Default/identity")).toBe("app/Default/identity");
  expect(at("app/NotDefault")).toBe("app/NotDefault");
});

test.each([
  [{}],
  [{ "//": "a comment of a person" }],
  [{ "//": { metadata: {} } }],
])("an entry with %j for a comment is named by its address", (values) => {
  expect(only(values)?.path).toBe("azurerm_user_assigned_identity.app");
});

test("entries of this library are told by their addresses", () => {
  const json = { resource: { azurerm_subnet: { a: {} } }, data: { azurerm_subnet: { a: {} } } };
  const [resource, data] = readModel([source("app", json, ["data.azurerm_subnet.a"])]).entries;
  expect(resource?.own).toBe(false);
  expect(data?.own).toBe(true);
});

test.each([
  [{ count: 2 }, true],
  [{ count: "${var.n}" }, true],
  [{ count: 1 }, true],
  [{ count: null }, false],
  [{ for_each: null }, false],
  [{ for_each: "${toset(var.names)}" }, true],
  [{ for_each: { a: "b" } }, true],
  [{}, false],
])("an entry with %j counts as repeated: %s", (values, repeated) => {
  expect(only(values)?.repeated).toBe(repeated);
});

test("identities are those that are made and those that are looked up", () => {
  const { identities } = modelOf({
    resource: { azurerm_user_assigned_identity: { made: { name: "id-a", resource_group_name: "rg" } } },
    data: { azurerm_user_assigned_identity: { found: { name: "${var.name}" } } },
  });
  expect(identities).toMatchObject([
    { entry: { isData: false }, name: literal("id-a"), resourceGroupName: literal("rg") },
    { entry: { isData: true }, name: { kind: "unknown" }, resourceGroupName: undefined },
  ]);
});

test("a role assignment is a binding, one that is only looked up is none", () => {
  const { bindings } = modelOf({
    resource: {
      azurerm_role_assignment: {
        a: {
          principal_id: "${azurerm_user_assigned_identity.app.principal_id}",
          principal_type: "ServicePrincipal",
          scope: "/",
          role_definition_name: "Reader",
          condition: "true",
        },
      },
    },
    data: { azurerm_role_assignments: { a: {} }, azurerm_role_assignment: { a: {} } },
  });
  expect(bindings).toHaveLength(1);
  expect(bindings[0]).toMatchObject({
    entry: { address: "azurerm_role_assignment.a" },
    principal: reference("${azurerm_user_assigned_identity.app.principal_id}"),
    principalType: literal("ServicePrincipal"),
    scope: literal("/"),
    roleDefinitionName: literal("Reader"),
    roleDefinitionId: undefined,
    condition: literal("true"),
  });
});

test.each([
  [
    "a literal id",
    { role_definition_id: `/providers/Microsoft.Authorization/roleDefinitions/${GUID}` },
    GUID,
  ],
  [
    "an id behind a prefix that is not known",
    { role_definition_id: `\${var.p}/roleDefinitions/${GUID}` },
    GUID,
  ],
  [
    "a reference",
    { role_definition_id: "${azurerm_role_definition.a.role_definition_resource_id}" },
    undefined,
  ],
  ["a name", { role_definition_name: "Reader" }, undefined],
])("the GUID of a role is read from %s, if it is there", (_, values, guid) => {
  const [binding] = modelOf({ resource: { azurerm_role_assignment: { a: values } } }).bindings;
  expect(binding && guidOfRole(binding)).toBe(guid);
});

test("the name of a role is known only where it is text", () => {
  const named = (role_definition_name: string) =>
    modelOf({ resource: { azurerm_role_assignment: { a: { role_definition_name } } } }).bindings.map(
      nameOfRole,
    );
  expect(named("Reader")).toEqual(["Reader"]);
  expect(named("${var.role}")).toEqual([undefined]);
});

test.each([
  ["SystemAssigned", true],
  ["SystemAssigned, UserAssigned", true],
  ["UserAssigned", false],
  ["${var.type}", undefined],
])("a host with an identity of type %s has one of the system: %s", (type, hasSystemIdentity) => {
  expect(hostOf({ identity: { type } })).toMatchObject({ hasSystemIdentity, identityIds: [] });
});

test("the identity block of a host may be a list", () => {
  const identity_ids = ["${azurerm_user_assigned_identity.app.id}", "/subscriptions/x"];
  expect(hostOf({ identity: [{ type: "UserAssigned", identity_ids }] })).toMatchObject({
    hasSystemIdentity: false,
    identityIds: [reference("${azurerm_user_assigned_identity.app.id}"), literal("/subscriptions/x")],
  });
});

test("any resource of azurerm with an identity is a host, whatever its type", () => {
  expect(hostOf({ identity: { type: "SystemAssigned" } }, "azurerm_something_new")).toBeDefined();
});

test("identity ids that are one expression are not known", () => {
  expect(
    hostOf({ identity: { type: "UserAssigned", identity_ids: "${var.ids}" } })?.identityIds,
  ).toBeUndefined();
});

test.each([
  ["a dynamic block in a list", { dynamic: [{ data_disk: {} }, { identity: { content: {} } }] }],
  [
    "a dynamic block",
    { dynamic: { identity: { for_each: "${var.on}", content: { type: "SystemAssigned" } } } },
  ],
  ["an expression", { identity: "${var.identity}" }],
])("of a host whose identity is %s nothing is known", (_, values) => {
  expect(hostOf(values)).toMatchObject({
    entry: { address: `${VM}.vm` },
    hasSystemIdentity: undefined,
    identityIds: undefined,
  });
});

test("a dynamic block of another name makes no host", () => {
  expect(hostOf({ dynamic: { data_disk: {} } })).toBeUndefined();
});

test.each([
  [{}],
  [{ identity: null }],
  [{ identity: [] }],
  [{ identity: [null] }],
])("a resource with %j is no host", (values) => {
  expect(hostOf(values)).toBeUndefined();
});

test("neither a data source nor a resource of another provider is a host", () => {
  const identity = { type: "SystemAssigned" };
  expect(modelOf({ data: { [VM]: { vm: { identity } } } }).hosts).toEqual([]);
  expect(hostOf({ identity }, "google_compute_instance")).toBeUndefined();
});

test("a resource of azapi is a host by its identity block, or by the identity in its body", () => {
  const block = [
    { type: "SystemAssigned, UserAssigned", identity_ids: ["${azurerm_user_assigned_identity.a.id}"] },
  ];
  const ids = [expect.objectContaining({ address: "azurerm_user_assigned_identity.a", attribute: "id" })];
  const host = { hasSystemIdentity: true, identityIds: ids };
  expect(hostOf({ identity: block }, "azapi_resource")).toMatchObject(host);
  const userAssignedIdentities = { "${azurerm_user_assigned_identity.a.id}": {} };
  const body = { identity: { type: "SystemAssigned, UserAssigned", userAssignedIdentities } };
  expect(hostOf({ body }, "azapi_resource")).toMatchObject(host);
  expect(hostOf({ identity: block }, "azapi_update_resource")).toBeUndefined();
});

test("merged elements are told with the stack that they are in", () => {
  const merged = [{ address: "azurerm_subnet.a", paths: ["app/a", "app/b"] }];
  expect(readModel([{ ...source("app", {}), merged }]).merged).toEqual([{ ...merged[0], stack: "app" }]);
});

describe("in two stacks with the same address", () => {
  const group = (name: string) => ({ resource: { azurerm_resource_group: { app: { name } } } });
  const model = readModel([source("dev", group("rg-dev")), source("prod", group("rg-prod"))]);
  const nameIn = (stack: string) => reference("${azurerm_resource_group.app.name}", stack);

  test("a reference points into its own stack", () => {
    expect(entryOf(model, nameIn("dev"))?.stack).toBe("dev");
    expect(entryOf(model, nameIn("prod"))?.stack).toBe("prod");
    expect(entryOf(model, nameIn("test"))).toBeUndefined();
  });

  test("a reference to an argument is followed to what its own stack states", () => {
    expect(follow(model, nameIn("dev"))).toEqual(literal("rg-dev"));
    expect(follow(model, nameIn("prod"))).toEqual(literal("rg-prod"));
  });
});

describe("following a reference", () => {
  const model = modelOf({
    resource: {
      azurerm_resource_group: {
        app: { name: "rg-app" },
        copy: { name: "${azurerm_resource_group.app.name}" },
        composed: { name: "rg-${var.x}" },
        counted: { name: "rg-counted", count: 2 },
        loop: { name: "${azurerm_resource_group.loop.name}" },
      },
    },
    data: { azurerm_resource_group: { found: { name: "rg-found" } } },
  });
  const followed = (raw: string) => follow(model, readValue(raw, "app"));

  test.each([
    ["an argument", "${azurerm_resource_group.app.name}", literal("rg-app")],
    ["an argument that is a reference itself", "${azurerm_resource_group.copy.name}", literal("rg-app")],
    ["an argument of a data source", "${data.azurerm_resource_group.found.name}", literal("rg-found")],
    ["a composed argument", "${azurerm_resource_group.composed.name}", readValue("rg-${var.x}", "app")],
  ])("to %s gives what is stated", (_, raw, value) => {
    expect(followed(raw)).toEqual(value);
  });

  test.each([
    ["what only Azure knows", "${azurerm_resource_group.app.id}"],
    ["the resource itself", "${azurerm_resource_group.app}"],
    ["a resource that is not there", "${azurerm_resource_group.gone.name}"],
    ["one of many", "${azurerm_resource_group.counted[0].name}"],
    ["itself", "${azurerm_resource_group.loop.name}"],
  ])("to %s leaves the reference", (_, raw) => {
    expect(followed(raw)).toEqual(readValue(raw, "app"));
  });

  test.each(["text", "a-${azurerm_resource_group.app.id}", "${var.x}"])("leaves %s as it is", (raw) => {
    expect(followed(raw)).toEqual(readValue(raw, "app"));
  });

  test("of nothing gives nothing", () => {
    expect(follow(model, undefined)).toBeUndefined();
  });
});

test("an argument that is not set has no value", () => {
  const model = modelOf({ resource: { azurerm_resource_group: { app: { name: "rg" } } } });
  const [entry] = model.entries;
  expect(entry && argument(model, entry, "name")).toEqual(literal("rg"));
  expect(entry && argument(model, entry, "location")).toBeUndefined();
});

test.each([
  { count: 0 },
  { count: "0" },
  { count: "${0}" },
  { for_each: [] },
  { for_each: {} },
])("what is made none of (%j) can be referred to, and says nothing itself", (times) => {
  const model = modelOf({
    resource: {
      azurerm_user_assigned_identity: { app: { name: "id app", ...times } },
      azurerm_role_assignment: { binding: { principal_id: "", scope: "", ...times } },
    },
  });
  expect([model.entries, model.identities, model.bindings]).toEqual([[], [], []]);
  const address = "azurerm_user_assigned_identity.app";
  expect(entryOf(model, { kind: "reference", stack: "app", address, attribute: "id" })).toBeDefined();
});
