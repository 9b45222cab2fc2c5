import { assignment, Desk, GROUP, identity, SUBSCRIPTION } from "./support";

const TYPE = "azurerm_role_definition";
const SCOPE = `/subscriptions/${SUBSCRIPTION}`;
const MANAGEMENT = "/providers/Microsoft.Management/managementGroups/corp";

function role(given: object = {}): object {
  return { name: "Orders Reader", scope: SCOPE, permissions: [{ actions: ["*/read"] }], ...given };
}

test("its id is not the one that assignments take", () => {
  const made = new Desk().create(TYPE, role());
  const armId = `${SCOPE}/providers/Microsoft.Authorization/roleDefinitions/${String(made.role_definition_id)}`;
  expect(made).toMatchObject({
    id: `${armId}|${SCOPE}`,
    role_definition_resource_id: armId,
    assignable_scopes: [SCOPE],
  });
});

test("names are unique in the tenant, and those of Azure are taken", () => {
  const desk = new Desk();
  desk.create(TYPE, role());
  expect(() => desk.create(TYPE, role({ name: "orders reader" }))).toThrow(
    "RoleDefinitionWithSameNameExists",
  );
  expect(() => desk.create(TYPE, role({ name: "Reader" }))).toThrow("RoleDefinitionWithSameNameExists");
});

test("it is assigned by name and by id, and not deleted while it is", () => {
  const desk = new Desk();
  const made = desk.create(TYPE, role());
  const { principal_id } = identity(desk);
  const bound = desk.create(
    "azurerm_role_assignment",
    assignment({ principal_id, role_definition_name: "Orders Reader" }),
  );
  expect(bound.role_definition_id).toBe(made.role_definition_resource_id);
  expect(() => desk.remove(TYPE, made)).toThrow("RoleDefinitionHasAssignments");
  desk.remove("azurerm_role_assignment", bound);
  desk.remove(TYPE, made);
  expect(desk.read(TYPE, made)).toBeNull();
});

test("it is not assignable beyond its scopes", () => {
  const desk = new Desk();
  const made = desk.create(TYPE, role({ assignable_scopes: [`${GROUP}/x`] }));
  const given = { role_definition_name: null, role_definition_id: made.role_definition_resource_id };
  const { principal_id } = identity(desk);
  expect(() => desk.create("azurerm_role_assignment", assignment({ principal_id, ...given }))).toThrow(
    "is not assignable",
  );
  const byTerraformId = { role_definition_name: null, role_definition_id: made.id };
  expect(() =>
    desk.create("azurerm_role_assignment", assignment({ principal_id, ...byTerraformId })),
  ).toThrow("BadRequestFormat");
});

test.each([
  ["a second management group", { assignable_scopes: [MANAGEMENT, `${MANAGEMENT}2`] }],
  ["the root", { assignable_scopes: ["/"] }],
])("Azure refuses %s", (_, given) => {
  expect(() => new Desk().create(TYPE, role(given))).toThrow("InvalidAssignableScopes");
});

test("Azure refuses an assignable scope that is no id, and says which", () => {
  expect(() => new Desk().create(TYPE, role({ assignable_scopes: [SCOPE, "rg-orders"] }))).toThrow(
    "LinkedInvalidPropertyId: Property id 'rg-orders' at path 'properties.assignableScopes[1]' is invalid",
  );
});

test("a role with data actions of a management group is assigned in its subscriptions, and not at the group", () => {
  const desk = new Desk({ existing: [GROUP, MANAGEMENT] });
  const given = { assignable_scopes: [MANAGEMENT], permissions: [{ data_actions: ["*"] }] };
  const { role_definition_resource_id: role_definition_id } = desk.create(TYPE, role(given));
  const { principal_id } = identity(desk);
  const bound = { principal_id, role_definition_name: null, role_definition_id };
  expect(() => desk.create("azurerm_role_assignment", assignment({ ...bound, scope: MANAGEMENT }))).toThrow(
    "is not assignable",
  );
  expect(desk.create("azurerm_role_assignment", assignment(bound)).scope).toBe(GROUP);
});

test.each([
  "read",
  "virtualMachines/read",
  "Microsoft.Compute/virtualMachines",
  "Microsoft.Compute//read",
])("Azure knows no operation %s, be it one on data or not", (operation) => {
  const made = (list: string) => () =>
    new Desk().create(TYPE, role({ permissions: [{ [list]: [operation] }] }));
  expect(made("not_actions")).toThrow("InvalidActionOrNotAction");
  expect(made("data_actions")).toThrow("InvalidDataActionOrNotDataAction");
});

test.each([
  "*",
  "*/read",
  "Microsoft.Compute/*",
  "Microsoft.Compute/virtualMachines/start/action",
])("Azure takes an operation %s", (operation) => {
  const permissions = [{ actions: [operation], data_actions: [operation] }];
  expect(new Desk().create(TYPE, role({ permissions })).permissions).toHaveLength(1);
});

test("Azure refuses a name of more than 512 characters", () => {
  expect(() => new Desk().create(TYPE, role({ name: "r".repeat(513) }))).toThrow("at most 512 characters");
  expect(new Desk().create(TYPE, role({ name: "r".repeat(512) })).id).toBeDefined();
});

test("it is renamed in place, and assignments show the new name", () => {
  const desk = new Desk();
  const made = desk.create(TYPE, role());
  const given = assignment({
    principal_id: identity(desk).principal_id,
    role_definition_name: "Orders Reader",
  });
  const bound = desk.create("azurerm_role_assignment", given);
  desk.update(TYPE, made, { name: "Order Reader" });
  expect(desk.read("azurerm_role_assignment", bound)?.role_definition_name).toBe("Order Reader");
});
