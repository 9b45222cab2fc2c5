import { boundDefinition, roleKey } from "../../lib/model/bound-role";
import type { Block } from "../../lib/model/terraform-json";
import { literal } from "../../lib/model/value";
import { GUID, modelOf } from "./source";

const READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";

function definitionOf(values: Block) {
  return modelOf({ resource: { azurerm_role_definition: { role: values } } }).roleDefinitions[0];
}

test("a role definition has the lists of all of its blocks", () => {
  const permissions = [
    { actions: ["a"], not_actions: ["b"] },
    { data_actions: ["c"], not_data_actions: ["d"] },
  ];
  expect(definitionOf({ name: "Orders", scope: "/x", permissions, assignable_scopes: ["/y"] })).toMatchObject(
    {
      name: literal("Orders"),
      assignableScopes: [literal("/y")],
      permissions: [
        { actions: [literal("a")], notActions: [literal("b")], dataActions: [], notDataActions: [] },
        { actions: [], notActions: [], dataActions: [literal("c")], notDataActions: [literal("d")] },
      ],
    },
  );
});

test.each([
  [{}],
  [{ assignable_scopes: [] }],
  [{ assignable_scopes: null }],
])("with %j it can be given at its own scope", (values) => {
  expect(definitionOf({ scope: "/x", ...values })?.assignableScopes).toEqual([literal("/x")]);
});

test("one block need be no list, and no block is none", () => {
  expect(definitionOf({ permissions: { actions: ["a"] } })?.permissions).toHaveLength(1);
  expect(definitionOf({})?.permissions).toEqual([]);
});

test.each([
  [{ permissions: "${var.permissions}" }],
  [{ permissions: [null] }],
  [{ dynamic: { permissions: { for_each: "${var.x}", content: {} } } }],
  [{ dynamic: [{ permissions: { for_each: "${var.x}", content: {} } }] }],
])("with %j the permissions are not known", (values) => {
  expect(definitionOf(values)).toMatchObject({ permissions: undefined });
});

test("a list that is an expression is not known", () => {
  const definition = definitionOf({ permissions: [{ actions: "${var.a}" }], assignable_scopes: "${var.s}" });
  expect(definition).toMatchObject({ assignableScopes: undefined, permissions: [{ actions: undefined }] });
});

test("a role that is only looked up is none", () => {
  expect(modelOf({ data: { azurerm_role_definition: { found: {} } } }).roleDefinitions).toEqual([]);
});

function modelWith(role: Block) {
  return modelOf({
    resource: {
      azurerm_role_definition: { own: {}, two: {} },
      azurerm_role_assignment: { a: role },
    },
    data: { azurerm_role_definition: { found: {} } },
  });
}

function bound(role_definition_id: string) {
  const model = modelWith({ role_definition_id });
  return model.bindings.map((binding) => boundDefinition(model, binding)?.address)[0];
}

test.each([
  "${azurerm_role_definition.own.role_definition_resource_id}",
  "/x/roleDefinitions/${basename(azurerm_role_definition.own.role_definition_resource_id)}",
  "${local.prefix}/roleDefinitions/${azurerm_role_definition.own.role_definition_id}",
])("%s is the role of this app", (id) => {
  expect(bound(id)).toBe("azurerm_role_definition.own");
});

test.each([
  "${azurerm_role_definition.own.id}",
  "${azurerm_role_definition.gone.role_definition_resource_id}",
  "${data.azurerm_role_definition.found.role_definition_resource_id}",
  "${upper(azurerm_role_definition.own.role_definition_resource_id)}",
  "${var.role}",
  `/x/roleDefinitions/${GUID}`,
])("%s is no role of this app", (id) => {
  expect(bound(id)).toBeUndefined();
});

test("ways to give one role have one key, and two roles have two", () => {
  const keyOf = (role: Block) => {
    const model = modelWith(role);
    return model.bindings.map((binding) => roleKey(model, binding))[0];
  };
  const own = keyOf({ role_definition_id: "${azurerm_role_definition.own.role_definition_resource_id}" });
  expect(
    keyOf({ role_definition_id: "/x/${basename(azurerm_role_definition.own.role_definition_resource_id)}" }),
  ).toBe(own);
  expect(
    keyOf({ role_definition_id: "${azurerm_role_definition.two.role_definition_resource_id}" }),
  ).not.toBe(own);
  expect(keyOf({ role_definition_name: "Reader" })).toBe(
    keyOf({ role_definition_id: `/x/roleDefinitions/${READER}` }),
  );
  expect(keyOf({})).toBeUndefined();
});
