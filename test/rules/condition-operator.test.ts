import { Lazy, TerraformCount, type TerraformStack } from "cdktf";
import {
  type BuiltInRoleName,
  Condition,
  CustomRole,
  IdentityRoleBinding,
  Role,
  Scope,
} from "cdktf-azure-identity";
import { builtInRoleName } from "../../lib/azure/built-in-roles";
import { STORAGE_DATA_ROLES } from "../../lib/azure/data-roles";
import { GUID, newStack, SUBSCRIPTION } from "../support";
import { checkedStack, found, LATE_TEXTS, places, RESOURCE_GROUP_ID, rawBinding } from "./support";

const RULE = "condition-operator";
const BLOBS_READER =
  "/providers/Microsoft.Authorization/roleDefinitions/2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";
const BY_GUID = `@Principal[x] ForAnyOfAnyValues:GuidEquals {${GUID}}`;
const BY_TEXT = "@Resource[x] StringEquals 'GuidEquals'";

function bind(stack: TerraformStack, id: string, role: BuiltInRoleName | Role, condition: string) {
  const identity = { principalId: GUID, tenantId: GUID };
  const given = typeof role === "string" ? Role.builtIn(role) : role;
  return new IdentityRoleBinding(stack, id, {
    identity,
    role: given,
    scope: `${RESOURCE_GROUP_ID}-${id}`,
    condition,
  });
}

test("GUIDs may be compared for roles without data of storage, and text for those with", () => {
  const stack = newStack();
  const allowed = Condition.allowAssigning({ roles: [Role.builtIn("Reader")] });
  bind(stack, "admin", "Role Based Access Control Administrator", allowed);
  bind(stack, "blobs", "Storage Blob Data Reader", BY_TEXT);
  expect(found(RULE, stack)).toEqual([]);
});

test("the two together are a warning that names the operator and the role", () => {
  const stack = newStack();
  bind(stack, "binding", "Storage Blob Data Reader", BY_GUID);
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "warning",
      stack: "test",
      path: "test/binding",
      address: "azurerm_role_assignment.binding",
      message:
        'condition with GuidEquals is on role "Storage Blob Data Reader", which has data actions of Microsoft.Storage; ' +
        "allowed are other operators; compare names, paths or tags as text, or bind a role without such data actions",
    },
  ]);
});

test("the built-in roles are those for data of storage", () => {
  for (const id of STORAGE_DATA_ROLES)
    expect(builtInRoleName(id)).toMatch(/^Storage (?:Blob|File|Queue|Table) Data /);
  expect(STORAGE_DATA_ROLES.size).toBe(14);
});

test.each([
  "GuidEquals",
  "guidnotequals",
  "ForAllOfAnyValues:GuidNotEquals",
])("%s is one of them", (operator) => {
  const stack = newStack();
  bind(stack, "binding", "Storage Queue Data Reader", `@Principal[x] ${operator} {${GUID}}`);
  expect(places(RULE, stack)).toEqual(["warning test/binding"]);
});

test("a role of the app with data actions of storage counts", () => {
  const stack = newStack();
  const dataActions = ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read"];
  const scope = Scope.subscription(SUBSCRIPTION);
  const { role } = new CustomRole(stack, "role", { name: "Orders Reader", scope, dataActions });
  bind(stack, "binding", role, BY_GUID);
  expect(places(RULE, stack)).toEqual(["warning test/binding"]);
});

test.each(LATE_TEXTS)("%s as a condition or as a role says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "legal");
  rawBinding(stack, "condition", { condition: text, roleDefinitionId: BLOBS_READER, ...repeated });
  rawBinding(stack, "role", { condition: BY_GUID, roleDefinitionId: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("what a raw binding says after setters, overrides and at last counts, also when counted", () => {
  const stack = checkedStack();
  const role = { roleDefinitionId: BLOBS_READER };
  rawBinding(stack, "mended", { ...role, condition: BY_GUID }).condition = BY_TEXT;
  rawBinding(stack, "overridden", { ...role, condition: BY_TEXT }).addOverride("condition", BY_GUID);
  rawBinding(stack, "lazy", { ...role, condition: Lazy.stringValue({ produce: () => BY_GUID }) });
  rawBinding(stack, "counted", { ...role, condition: BY_GUID, count: TerraformCount.of(2) });
  expect(places(RULE, stack)).toEqual([
    "warning test/overridden",
    "warning test/lazy",
    "warning test/counted",
  ]);
});
