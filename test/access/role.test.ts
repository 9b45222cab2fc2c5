import { TerraformVariable } from "cdktf";
import { type BuiltInRoleName, IdentityRoleBinding, Role } from "cdktf-azure-identity";
import { GUID, newStack, synthesized } from "../support";

function idOf(role: Role): string {
  const stack = newStack();
  new TerraformVariable(stack, "role", { type: "string" });
  new IdentityRoleBinding(stack, "binding", {
    identity: { principalId: GUID, tenantId: GUID },
    role,
    scope: "/",
  });
  return synthesized(stack).resource.azurerm_role_assignment.binding.role_definition_id;
}

const id = (guid: string) => `/providers/Microsoft.Authorization/roleDefinitions/${guid}`;

test("a built-in role is referred to by its GUID", () => {
  expect(idOf(Role.builtIn("Storage Blob Data Contributor"))).toBe(
    id("ba92f5b4-2d11-453d-a403-e96b0029c9fe"),
  );
});

test("a former name is the same role as its current one", () => {
  expect(idOf(Role.builtIn("Azure Maps Data Reader (Preview)"))).toBe(
    idOf(Role.builtIn("Azure Maps Data Reader")),
  );
});

test("a misspelt name is refused, and the nearest ones are named", () => {
  expect(() => Role.builtIn("Storage Blob Data Contributer" as BuiltInRoleName)).toThrow(
    'role "Storage Blob Data Contributer" is not a built-in role; allowed are the names of Azure\'s built-in roles; did you mean "Storage Blob Data Contributor"',
  );
});

test("a name like no other is refused without a guess", () => {
  expect(() => Role.builtIn("Quartermaster of Ships" as BuiltInRoleName)).toThrow(
    "built-in roles; use Role.fromName",
  );
});

test.each([
  ["the id of a subscription's role", `/subscriptions/${GUID}${id(GUID)}`],
  ["the id of a tenant's role", id(GUID)],
  ["a GUID alone", GUID.toUpperCase()],
])("%s gives the GUID, whatever its own prefix", (_, definitionId) => {
  expect(idOf(Role.fromDefinitionId(definitionId))).toBe(id(GUID));
});

test("a raw expression is passed on", () => {
  expect(idOf(Role.fromDefinitionId("${var.role}"))).toBe("${var.role}");
});

test.each([
  "Reader",
  "",
  `${id(GUID)}|/subscriptions/x`,
  `${id(GUID)}/`,
])("%j is refused as a definition id", (given) => {
  expect(() => Role.fromDefinitionId(given)).toThrow(
    `role definition id "${given}" does not end in a GUID; allowed are`,
  );
});

test("a GUID given as a name is taken as the id of the role", () => {
  expect(idOf(Role.fromName(GUID.toUpperCase()))).toBe(id(GUID));
});
