import fc from "fast-check";
import { assignment, Desk, GROUP, IDENTITIES, identity, READER, SUBSCRIPTION } from "./support";

const TYPE = "azurerm_role_assignment";
const ROLES = "/providers/Microsoft.Authorization/roleDefinitions/";

describe("before a plan azurerm refuses", () => {
  const someone = { principal_id: "anyone at all" };
  test.each([
    [{ name: "reader" }, 'expected "name" to be a valid UUID, got reader'],
    [{ scope: "rg" }, '"scope" is invalid'],
    [{ principal_type: "serviceprincipal" }, "expected principal_type to be one of"],
    [{ condition_version: "3.0" }, 'expected condition_version to be one of ["1.0" "2.0"], got 3.0'],
    [{ role_definition_id: READER }, "only one of `role_definition_id,role_definition_name`"],
    [{ role_definition_name: null }, "one of `role_definition_id,role_definition_name` must be specified"],
  ])("%j", (given, message) => {
    expect(new Desk().problems(TYPE, assignment({ ...someone, ...given })).join()).toContain(message);
  });

  test("nothing of the principal", () => {
    expect(new Desk().problems(TYPE, assignment(someone))).toEqual([]);
  });
});

describe("Azure refuses", () => {
  test("the same role for the same principal at the same scope, by whatever name and in whatever case", () => {
    const desk = new Desk();
    const { principal_id } = identity(desk);
    desk.create(TYPE, assignment({ principal_id }));
    expect(() => desk.create(TYPE, assignment({ principal_id, scope: GROUP.toUpperCase() }))).toThrow(
      "RoleAssignmentExists",
    );
  });

  test("a name that is taken, in azurerm's words", () => {
    const desk = new Desk();
    const name = "22222222-2222-2222-2222-222222222222";
    desk.create(TYPE, assignment({ name, principal_id: identity(desk, "one").principal_id }));
    const again = () =>
      desk.create(TYPE, assignment({ name, principal_id: identity(desk, "two").principal_id }));
    expect(again).toThrow("already exists - to be managed via Terraform this resource needs to be imported");
  });

  test("a client id in place of a principal id", () => {
    const desk = new Desk();
    const { client_id } = identity(desk);
    expect(() => desk.create(TYPE, assignment({ principal_id: client_id }))).toThrow("PrincipalNotFound");
  });

  test("a principal that is no GUID", () => {
    expect(() => new Desk().create(TYPE, assignment({ principal_id: "me" }))).toThrow("InvalidPrincipalId");
  });

  test("the principal of an identity that is gone", () => {
    const desk = new Desk();
    const gone = identity(desk);
    desk.remove("azurerm_user_assigned_identity", gone);
    expect(() => desk.create(TYPE, assignment({ principal_id: gone.principal_id }))).toThrow(
      "PrincipalNotFound",
    );
  });

  test("a type that the principal is not of", () => {
    const desk = new Desk();
    const { principal_id } = identity(desk);
    expect(() => desk.create(TYPE, assignment({ principal_id, principal_type: "User" }))).toThrow(
      "UnmatchedPrincipalType",
    );
  });

  test.each([
    ["an unknown name", { role_definition_name: "Raeder" }, "could not find role `Raeder`"],
    ["a former name", { role_definition_name: "ACR Registry Catalog Lister" }, "could not find role"],
    [
      "an unknown id",
      { role_definition_name: null, role_definition_id: `${ROLES}33333333-3333-3333-3333-333333333333` },
      "RoleDefinitionDoesNotExist",
    ],
    ["a bare GUID", { role_definition_name: null, role_definition_id: READER }, "BadRequestFormat"],
  ])("%s as the role", (_, given, message) => {
    const desk = new Desk();
    const { principal_id } = identity(desk);
    expect(() => desk.create(TYPE, assignment({ principal_id, ...given }))).toThrow(message);
  });

  test("a scope that names neither a subscription nor a provider", () => {
    const desk = new Desk();
    const { principal_id } = identity(desk);
    expect(() => desk.create(TYPE, assignment({ principal_id, scope: GROUP.slice(1) }))).toThrow(
      "MissingSubscription",
    );
  });

  test.each([
    ["/providers/Microsoft.Management/managementGroups/mg", "Microsoft.Management/managementGroups/mg"],
    [
      `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Features/featureProviders/a`,
      "Microsoft.Features/featureProviders/a",
    ],
  ])("the scope %s in no group that is not there, by its name", (scope, name) => {
    const desk = new Desk();
    const { principal_id } = identity(desk);
    expect(() => desk.create(TYPE, assignment({ principal_id, scope }))).toThrow(
      `The Resource '${name}' under resource group '<null>' was not found.`,
    );
  });

  test("a scope that is not there", () => {
    const desk = new Desk();
    const { principal_id } = identity(desk);
    expect(() => desk.create(TYPE, assignment({ principal_id, scope: `${GROUP}2` }))).toThrow(
      "ResourceGroupNotFound",
    );
    expect(() => desk.create(TYPE, assignment({ principal_id, scope: `${IDENTITIES}/other` }))).toThrow(
      "ResourceNotFound",
    );
  });
});

test("a version without a condition is refused at apply, a condition without a version gets 2.0", () => {
  const desk = new Desk();
  const { principal_id } = identity(desk);
  const make = (given: object) => desk.create(TYPE, assignment({ principal_id, ...given }));
  expect(() => make({ condition_version: "2.0" })).toThrow("should not be set without `condition`");
  expect(make({ condition: "true" }).condition_version).toBe("2.0");
});

test("name and id of the role are both filled, with the prefix of the scope's subscription", () => {
  const desk = new Desk();
  const made = desk.create(TYPE, assignment({ principal_id: identity(desk).principal_id }));
  expect(made).toMatchObject({
    role_definition_name: "Reader",
    role_definition_id: `/subscriptions/${SUBSCRIPTION}${ROLES}${READER}`,
    principal_type: "ServicePrincipal",
  });
});

test("a role id with another prefix is applied, read back with Azure's, and so replaces at the next plan", () => {
  const desk = new Desk();
  const given = { role_definition_name: null, role_definition_id: `${ROLES}${READER}` };
  const made = desk.create(TYPE, assignment({ principal_id: identity(desk).principal_id, ...given }));
  expect(made.role_definition_id).toBe(given.role_definition_id);
  const read = desk.read(TYPE, made) ?? {};
  expect(read.role_definition_id).toBe(`/subscriptions/${SUBSCRIPTION}${ROLES}${READER}`);
  expect(desk.replacedBy(TYPE, read, { role_definition_id: given.role_definition_id })).toContain(
    "role_definition_id",
  );
});

test("another case of a role id changes nothing, whatever letters it is", () => {
  const desk = new Desk();
  const made = desk.create(TYPE, assignment({ principal_id: identity(desk).principal_id }));
  const id = String(made.role_definition_id);
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: id.length, maxLength: id.length }), (upper) => {
      const written = [...id]
        .map((each, at) => (upper[at] ? each.toUpperCase() : each.toLowerCase()))
        .join("");
      expect(desk.replacedBy(TYPE, made, { role_definition_id: written })).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test("the case of a group's segments is mended on read, that of a resource's scope is the resource's", () => {
  const desk = new Desk();
  const { id, principal_id } = identity(desk);
  const read = (scope: string) => {
    const made = desk.create(TYPE, assignment({ principal_id, scope }));
    return desk.read(TYPE, made)?.scope;
  };
  expect(read(GROUP.replace("resourceGroups", "resourcegroups"))).toBe(GROUP);
  expect(read(String(id).toLowerCase())).toBe(id);
});

test.each([
  `/subscriptions/${SUBSCRIPTION}`,
  GROUP,
])("a slash behind the scope %s is gone on read", (scope) => {
  const desk = new Desk();
  const made = desk.create(
    TYPE,
    assignment({ principal_id: identity(desk).principal_id, scope: `${scope}/` }),
  );
  expect(desk.read(TYPE, made)?.scope).toBe(scope);
});

test("there is no update", () => {
  const desk = new Desk();
  expect(desk.behaviour(TYPE).update).toBeUndefined();
});
