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
  [
    "data actions at a management group",
    { assignable_scopes: [MANAGEMENT], permissions: [{ data_actions: ["*"] }] },
  ],
  ["the root", { assignable_scopes: ["/"] }],
])("Azure refuses %s", (_, given) => {
  expect(() => new Desk().create(TYPE, role(given))).toThrow("InvalidAssignableScopes");
});

test("Azure refuses an action without a verb", () => {
  expect(() => new Desk().create(TYPE, role({ permissions: [{ actions: ["read"] }] }))).toThrow(
    "InvalidActionOrNotAction",
  );
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
