import { CURRENT } from "../../lib/azure/built-in-role-table";
import { builtInRoleId } from "../../lib/azure/built-in-roles";
import { builtInPermissions, builtInRoleIds } from "../../lib/azure/role-permissions";

const permissionsOf = (name: string) => builtInPermissions(builtInRoleId(name) ?? "") ?? [];

test("every built-in role has permissions", () => {
  const named = CURRENT.trim()
    .split("\n")
    .map((line) => line.slice(0, 36));
  expect([...builtInRoleIds()].sort()).toEqual(named.sort());
  expect(named.filter((id) => builtInPermissions(id) === undefined)).toEqual([]);
});

test("a role allows what Azure lists for it, in lower case", () => {
  expect(permissionsOf("Managed Identity Operator")).toEqual([
    {
      actions: [
        "microsoft.authorization/*/read",
        "microsoft.insights/alertrules/*",
        "microsoft.managedidentity/userassignedidentities/*/assign/action",
        "microsoft.managedidentity/userassignedidentities/*/read",
        "microsoft.resources/deployments/*",
        "microsoft.resources/subscriptions/resourcegroups/read",
        "microsoft.support/*",
      ],
      notActions: [],
      dataActions: [],
      notDataActions: [],
      isConditional: false,
    },
  ]);
});

test("not-actions and data actions are apart", () => {
  const [contributor] = permissionsOf("Contributor");
  expect(contributor?.actions).toEqual(["*"]);
  expect(contributor?.notActions).toContain("microsoft.authorization/*/write");
  const [blobs] = permissionsOf("Storage Blob Data Reader");
  expect(blobs?.dataActions).toContain(
    "microsoft.storage/storageaccounts/blobservices/containers/blobs/read",
  );
});

test("a condition of the role itself is known for each block", () => {
  expect(permissionsOf("Key Vault Data Access Administrator")).toMatchObject([{ isConditional: true }]);
  expect(permissionsOf("Azure Migrate Owner").map(({ isConditional }) => isConditional)).toEqual([
    false,
    true,
  ]);
});

test("a GUID in any case is found, and one that no role has is not", () => {
  expect(builtInPermissions("B24988AC-6180-42A0-AB88-20F7382DD24C")).toBe(permissionsOf("Contributor"));
  expect(builtInPermissions("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee")).toBeUndefined();
});
