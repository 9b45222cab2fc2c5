import {
  type AllowAssigningProps,
  Condition,
  CustomRole,
  IdentityRoleBinding,
  Role,
  Scope,
} from "cdktf-azure-identity";
import { findings, GUID, newStack, SUBSCRIPTION, synthesized } from "../support";

const [READER, PULL] = ["acdd72a7-3385-48ef-bd42-f606fba81ae7", "7f951dda-4ed3-4680-a7ca-43fe172d538d"];
const scope = Scope.subscription(SUBSCRIPTION);

test("assigning and taking away are limited to the roles", () => {
  const roles = [Role.builtIn("Reader"), Role.fromDefinitionId(PULL.toUpperCase())];
  expect(Condition.allowAssigning({ roles })).toBe(
    "((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR " +
      "(@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals " +
      `{${READER}, ${PULL}})) AND ` +
      "((!(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'})) OR " +
      "(@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals " +
      `{${READER}, ${PULL}}))`,
  );
});

test("types of principals are asked for beside the roles", () => {
  const roles = [Role.builtIn("Reader")];
  const condition = Condition.allowAssigning({ roles, principalTypes: ["ServicePrincipal", "Group"] });
  for (const source of ["Request", "Resource"]) {
    expect(condition).toContain(
      `GuidEquals {${READER}} AND @${source}[Microsoft.Authorization/roleAssignments:PrincipalType] ` +
        "ForAnyOfAnyValues:StringEqualsIgnoreCase {'ServicePrincipal', 'Group'}",
    );
  }
});

test("a binding with the condition sends it in version 2.0, and no rule objects", () => {
  const stack = newStack();
  const condition = Condition.allowAssigning({ roles: [Role.builtIn("Reader")] });
  const role = Role.builtIn("Role Based Access Control Administrator");
  const identity = { principalId: GUID, tenantId: GUID };
  new IdentityRoleBinding(stack, "delegates", { identity, role, scope, condition });
  expect(synthesized(stack).resource.azurerm_role_assignment.delegates).toMatchObject({
    condition,
    condition_version: "2.0",
  });
  expect(findings(stack)).toEqual([]);
});

test("no role is refused", () => {
  expect(() => Condition.allowAssigning({ roles: [] })).toThrow(
    "no role is given to a condition; allowed are built-in roles and roles by their GUID; use Role.builtIn, or " +
      "Role.fromDefinitionId with a literal",
  );
});

test.each([
  ["without props", undefined, "no role is given to a condition; allowed are"],
  ["without roles", {}, "no role is given to a condition; allowed are"],
  ["with names", { roles: ["Reader", undefined] }, '"Reader" in place of a role is given to a condition; '],
  [
    "with names",
    { roles: ["Reader", undefined] },
    "\n  undefined in place of a role is given to a condition; ",
  ],
  ["with a name for a list", { roles: "Reader" }, '"Reader" in place of a role is given to a condition; '],
])("%s it says what it was given", (_, props, message) => {
  expect(() => Condition.allowAssigning(props as unknown as AllowAssigningProps)).toThrow(message);
});

test("roles whose GUID is not known at synth are refused", () => {
  const custom = new CustomRole(newStack(), "role", { name: "Orders", scope, actions: ["*/read"] });
  for (const role of [custom.role, Role.fromName("Orders"), Role.fromDefinitionId("${var.role}")]) {
    expect(() => Condition.allowAssigning({ roles: [Role.builtIn("Reader"), role] })).toThrow(
      "a role without a known GUID is given to a condition; allowed are",
    );
  }
});
