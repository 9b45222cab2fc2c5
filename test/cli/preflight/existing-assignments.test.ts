import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import type { TerraformStack } from "cdktf";
import { IdentityRoleBinding, Role, UserAssignedIdentity } from "cdktf-azure-identity";
import { GROUP as IN_GROUP } from "../../support";
import { type Azure, answers } from "./azure";
import { GROUP, HERE, runOn, started, synthesizedFolder } from "./support";

const OPS = "cccccccc-dddd-eeee-ffff-000000000000";
const IDENTITY = `${GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shared`;
const ID = `${GROUP}/providers/Microsoft.Authorization/roleAssignments/dddddddd-eeee-ffff-0000-111111111111`;
const OWNER = [{ role: "Owner", scope: HERE }];

/** The role assignments that preflight finds for a stack. */
async function existing(build: (stack: TerraformStack) => void, azure: Omit<Azure, "holds">) {
  const server = await started(answers({ exists: [GROUP], ...azure, holds: OWNER }));
  const folder = synthesizedFolder(build);
  const { code, out } = await runOn(folder, server, { format: "json" });
  const text = await runOn(folder, server);
  const { requests } = server;
  return { code, folder, existing: JSON.parse(out).stacks[0].existing, out: text.out, requests };
}

const readerOf = (principalId: string) => (stack: TerraformStack) => {
  new RoleAssignment(stack, "ops-read", {
    principalId,
    principalType: "Group",
    roleDefinitionName: "Reader",
    scope: GROUP,
  });
};
const assigned = { id: ID, scope: GROUP, principalId: OPS, role: "Reader" };

test("one of a principal by its object id comes with the command that imports it", async () => {
  const found = await existing(readerOf(OPS), { assignments: [assigned] });
  const command = `terraform -chdir=${found.folder}/stacks/orders import azurerm_role_assignment.ops-read ${ID}`;
  expect(found.code).toBe(0);
  expect(found.existing).toEqual([
    { address: "azurerm_role_assignment.ops-read", path: "orders/ops-read", id: ID, import: command },
  ]);
  expect(found.out).toContain(`
  there already: the apply fails with 409 RoleAssignmentExists, unless they are in the state of the
  stack
    orders/ops-read
      ${command}
      or in the program, on its resource: importFrom("${ID}")
`);
});

test("one of an identity that is looked up is found by the identity", async () => {
  const found = await existing(
    (stack) => {
      const identity = UserAssignedIdentity.fromId(stack, "shared", IDENTITY);
      new IdentityRoleBinding(stack, "reads", { identity, role: Role.builtIn("Reader"), scope: GROUP });
    },
    { assignments: [assigned], identities: { [IDENTITY]: OPS } },
  );
  expect(found.existing).toMatchObject([{ path: "orders/reads", id: ID }]);
  expect(found.requests).toContain(`GET ${IDENTITY}?api-version=2023-01-31`);
});

test.each<[string, Azure["assignments"]]>([
  ["another role", [{ ...assigned, role: "Contributor" }]],
  ["a scope above", [{ ...assigned, scope: HERE }]],
  ["another principal", [{ ...assigned, principalId: OPS.replaceAll("c", "a") }]],
])("one of %s is another one", async (_, assignments) => {
  expect(await existing(readerOf(OPS), { assignments: assignments ?? [] })).toMatchObject({
    code: 0,
    existing: [],
  });
});

test("an identity that the stack makes is not looked for", async () => {
  const found = await existing(
    (stack) => {
      const identity = new UserAssignedIdentity(stack, "identity", { ...IN_GROUP, name: "id-shared" });
      identity.assignRole("reads", Role.builtIn("Reader"), GROUP);
    },
    { assignments: [assigned], identities: { [IDENTITY]: OPS } },
  );
  expect(found).toMatchObject({ code: 0, existing: [] });
  expect(found.requests.filter((request) => !request.includes("/permissions?"))).toEqual([]);
});

test("a scope of which Azure does not tell is passed over", async () => {
  const server = await started((url) =>
    url.pathname.endsWith("/roleAssignments")
      ? { status: 403, body: { error: { code: "AuthorizationFailed", message: "no" } } }
      : answers({ holds: OWNER })(url),
  );
  const { code, out } = await runOn(synthesizedFolder(readerOf(OPS)), server);
  expect(code).toBe(0);
  expect(out).not.toContain("there already");
});

test("an id with parentheses is quoted for the shell", async () => {
  const scope = `${HERE}/resourceGroups/rg-orders (old)`;
  const id = `${scope}/providers/Microsoft.Authorization/roleAssignments/${OPS}`;
  const found = await existing(
    (stack) => {
      new RoleAssignment(stack, "ops-read", {
        principalId: OPS,
        principalType: "Group",
        roleDefinitionName: "Reader",
        scope,
      });
    },
    { exists: [scope], assignments: [{ ...assigned, id, scope }] },
  );
  expect(found.existing[0].import).toMatch(`ops-read '${id}'`);
});
