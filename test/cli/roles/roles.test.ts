import { coversAction } from "../../../lib/azure/action-pattern";
import { builtInPermissions, builtInRoleIds } from "../../../lib/azure/role-permissions";
import { allowedCount } from "../../../lib/cli/roles/allowed-count";
import { namedActions } from "../../../lib/cli/roles/known-actions";
import { rolesAllowing } from "../../../lib/cli/roles/roles-allowing";
import { command } from "../support";

const READS_BLOBS = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read";
const WRITES_ROLES = "Microsoft.Authorization/roleAssignments/write";
const MANAGED_IDENTITY_OPERATOR = "f1a07417-d97a-45cb-824c-7a7467783830";

describe("an action", () => {
  test("is allowed by roles, the least first, with what covers it", async () => {
    const { code, out, err } = await command(
      "roles",
      "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action",
    );
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatchInlineSnapshot(`
      "4 built-in roles allow Microsoft.ManagedIdentity/userAssignedIdentities/assign/action, the least first

      ROLE                                          GUID                                  ACTIONS  ALLOWED BY
      Azure Red Hat OpenShift Machine API Operator  0358943c-7e01-48ba-8889-02cc51d78637  35       the action itself
      Managed Identity Operator                     f1a07417-d97a-45cb-824c-7a7467783830  49       microsoft.managedidentity/userassignedidentities/*/assign/action
      Contributor                                   b24988ac-6180-42a0-ab88-20f7382dd24c  3159     *
      Owner                                         8e3af657-a8ff-443c-a75c-2fe8c4bcb635  3172     *

      Azure's guides for those who deploy name Managed Identity Operator
      "
    `);
  });

  test("on data is not allowed by roles that may do all but that", () => {
    const names = rolesAllowing(READS_BLOBS).map(({ name }) => name);
    expect(names[0]).toBe("Storage Blob Data Reader");
    expect(names).not.toContain("Owner");
    expect(names).not.toContain("Reader");
  });

  test("under a condition of the role comes after all that is sure", () => {
    const conditions = rolesAllowing(WRITES_ROLES).map(({ name, isConditional }) => ({
      name,
      isConditional,
    }));
    expect(conditions.slice(0, 4)).toEqual([
      { name: "Role Based Access Control Administrator", isConditional: false },
      { name: "User Access Administrator", isConditional: false },
      { name: "Owner", isConditional: false },
      { name: expect.any(String), isConditional: true },
    ]);
    expect(conditions.slice(3).every(({ isConditional }) => isConditional)).toBe(true);
  });

  test("is asked for in any case", () => {
    expect(rolesAllowing(WRITES_ROLES.toUpperCase())).toEqual(rolesAllowing(WRITES_ROLES));
  });

  test("with many roles shows the first ones, and all of them in JSON", async () => {
    const action = "Microsoft.Resources/subscriptions/resourceGroups/read";
    const { out } = await command("roles", action);
    const { roles } = JSON.parse((await command("roles", action, "--format", "json")).out);
    expect(roles.length).toBeGreaterThan(100);
    expect(out).toContain(`and ${roles.length - 20} more; --format json has them all`);
    const counts = rolesAllowing(action).flatMap(({ isConditional, allows }) =>
      isConditional ? [] : allows,
    );
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  });

  test("that is not known is answered with a note", async () => {
    const { code, out, err } = await command("roles", "Microsoft.Compute/virtualMachine/write");
    expect(code).toBe(0);
    expect(out).toContain("2 built-in roles allow Microsoft.Compute/virtualMachine/write");
    expect(err).toBe(
      'note: no built-in role and no resource of azurerm names Microsoft.Compute/virtualMachine/write; did you mean "Microsoft.Compute/virtualMachines/write" or "Microsoft.Compute/virtualMachines/delete"?\n',
    );
  });
});

describe("a role", () => {
  test.each([
    "Managed Identity Operator",
    "managed identity operator",
    MANAGED_IDENTITY_OPERATOR,
    `/providers/Microsoft.Authorization/roleDefinitions/${MANAGED_IDENTITY_OPERATOR.toUpperCase()}`,
  ])("is found by %s", async (given) => {
    const { out, err } = await command("roles", given);
    expect(err).toBe("");
    expect(out).toMatch(/^Managed Identity Operator\nf1a07417-/);
  });

  test("needs no quotes around the words of its name", async () => {
    const { out } = await command("roles", "Managed", "Identity", "Operator", "--format", "json");
    expect(JSON.parse(out)).toMatchObject({ id: MANAGED_IDENTITY_OPERATOR });
  });

  test("shows what it allows, and what it leaves out", async () => {
    expect((await command("roles", "Key Vault Data Access Administrator")).out).toMatchInlineSnapshot(`
      "Key Vault Data Access Administrator
      8b54135c-b56d-4d72-a534-26097cfdc8d8

      allows, under a condition that is part of the role
        microsoft.authorization/*/read
        microsoft.authorization/roleassignments/delete
        microsoft.authorization/roleassignments/write
        microsoft.keyvault/vaults/*/read
        microsoft.management/managementgroups/read
        microsoft.resources/deployments/*
        microsoft.resources/subscriptions/read
        microsoft.resources/subscriptions/resourcegroups/read
        microsoft.support/*
      "
    `);
    expect((await command("roles", "Contributor")).out).toContain(
      "allows\n  *\n\nbut not\n  microsoft.authorization/*/delete\n",
    );
    expect((await command("roles", "Storage Blob Data Reader")).out).toContain("allows on data\n");
  });

  test("that allows nothing says so", async () => {
    const id = [...builtInRoleIds()].find((one) => allowedCount(one) === 0) ?? "";
    expect((await command("roles", id)).out).toMatch(/\n\nallows nothing\n$/);
  });

  test("is found by a former name, which is said", async () => {
    const { out, err } = await command("roles", "ACR Repository Reader");
    expect(out).toMatch(/^Container Registry Repository Reader\n/);
    expect(err).toBe("note: ACR Repository Reader is now called Container Registry Repository Reader\n");
  });

  test("is JSON with its blocks", async () => {
    const { out } = await command("roles", MANAGED_IDENTITY_OPERATOR, "--format", "json");
    expect(JSON.parse(out)).toEqual({
      schemaVersion: 1,
      name: "Managed Identity Operator",
      id: MANAGED_IDENTITY_OPERATOR,
      permissions: builtInPermissions(MANAGED_IDENTITY_OPERATOR),
    });
  });
});

test.each([
  ["Raeder", 'there is no built-in role "Raeder"; .*; did you mean "Reader"\\?'],
  ["storage reader", 'did you mean "Storage Blob Data Reader" or "Storage Queue Data Reader" .* others\\?'],
  [" ", 'there is no built-in role ""; allowed is a current or former name, a GUID, or an action .*/write'],
  ["00000000-0000-0000-0000-000000000000", 'there is no built-in role "00000000-'],
  [
    "Microsoft.Compute/*",
    '"Microsoft.Compute/\\*" is a pattern; allowed is one action, .*; did you mean "microsoft.compute/availabilitysets/delete" or .* others\\?',
  ],
  [
    "Microsoft.Compute/virtualMachines",
    'is no action; allowed .*; did you mean "Microsoft.Compute/virtualMachines/delete" or .* or "Microsoft.Compute/virtualMachines/deallocate/action"',
  ],
  ["read/", '"read/" is no action; allowed is one action'],
])("%s is answered with what is allowed", async (given, said) => {
  const { code, out, err } = await command("roles", given);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toMatch(new RegExp(`${said}.*\\n$`));
});

test("how much a role allows is what its blocks cover of all that is known", () => {
  const { control, data } = namedActions();
  for (const id of [
    "b24988ac-6180-42a0-ab88-20f7382dd24c",
    "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
    MANAGED_IDENTITY_OPERATOR,
  ]) {
    const covered = (builtInPermissions(id) ?? []).map((block) => {
      const of = (known: ReadonlySet<string>, given: readonly string[], left: readonly string[]) =>
        [...known].filter(
          (action) =>
            given.some((one) => coversAction(one, action)) && !left.some((one) => coversAction(one, action)),
        ).length;
      return of(control, block.actions, block.notActions) + of(data, block.dataActions, block.notDataActions);
    });
    expect(allowedCount(id)).toBe(covered.reduce((sum, one) => sum + one, 0));
  }
});
