import { assignment, Desk, identity } from "./support";

const MEMBER = "azuread_group_member";

function group(desk: Desk) {
  return desk.create("azuread_group", { display_name: "readers", security_enabled: true });
}

test("a group that was made can be given a role, as a group", () => {
  const desk = new Desk();
  const { object_id } = group(desk);
  const make = (principal_type: string) =>
    desk.create("azurerm_role_assignment", assignment({ principal_id: object_id, principal_type }));
  expect(() => make("ServicePrincipal")).toThrow("has type 'Group'");
  expect(make("Group").principal_type).toBe("Group");
});

test("an identity becomes a member once, of a group that is there", () => {
  const desk = new Desk();
  const member = { group_object_id: group(desk).object_id, member_object_id: identity(desk).principal_id };
  expect(desk.create(MEMBER, member).id).toBe(
    `${String(member.group_object_id)}/member/${String(member.member_object_id)}`,
  );
  expect(() => desk.create(MEMBER, member)).toThrow("needs to be imported");
  const elsewhere = { ...member, group_object_id: "55555555-5555-5555-5555-555555555555" };
  expect(() => desk.create(MEMBER, elsewhere)).toThrow("Request_ResourceNotFound");
});

test("a service principal has no members", () => {
  const desk = new Desk();
  const { principal_id } = identity(desk);
  const member = { group_object_id: principal_id, member_object_id: principal_id };
  expect(() => desk.create(MEMBER, member)).toThrow("Request_ResourceNotFound");
});

test("a client id is no member", () => {
  const desk = new Desk();
  const member = { group_object_id: group(desk).object_id, member_object_id: identity(desk).client_id };
  expect(() => desk.create(MEMBER, member)).toThrow("does not exist");
});

test("members are named by object ids", () => {
  const problems = new Desk().problems(MEMBER, { group_object_id: "readers", member_object_id: "me" });
  expect(problems).toEqual([
    'expected "group_object_id" to be a valid UUID, got readers',
    'expected "member_object_id" to be a valid UUID, got me',
  ]);
});

test("a service principal needs its application, and takes roles by its object id", () => {
  const desk = new Desk();
  const { client_id } = desk.create("azuread_application", { display_name: "orders" });
  const { object_id } = desk.create("azuread_service_principal", { client_id });
  expect(() => desk.create("azurerm_role_assignment", assignment({ principal_id: client_id }))).toThrow(
    "PrincipalNotFound",
  );
  expect(() => desk.create("azurerm_role_assignment", assignment({ principal_id: object_id }))).not.toThrow();
  const other = { client_id: "66666666-6666-6666-6666-666666666666" };
  expect(() => desk.create("azuread_service_principal", other)).toThrow("backing application");
});

test("issuer and subject are unique for an application", () => {
  const desk = new Desk();
  const { id } = desk.create("azuread_application", { display_name: "orders" });
  const make = (display_name: string) =>
    desk.create("azuread_application_federated_identity_credential", {
      application_id: id,
      display_name,
      audiences: ["api://AzureADTokenExchange"],
      issuer: "https://issuer",
      subject: "subject",
    });
  make("one");
  expect(() => make("two")).toThrow("The combination of issuer and subject must be unique");
});

test("a group is found by its name", () => {
  const desk = new Desk();
  const { object_id } = group(desk);
  expect(desk.data("azuread_group", { display_name: "readers" }).object_id).toBe(object_id);
  expect(() => desk.data("azuread_group", { display_name: "writers" })).toThrow(
    'No groups found matching display_name: "writers"',
  );
});
