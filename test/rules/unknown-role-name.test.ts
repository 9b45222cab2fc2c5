import { DataAzurermRoleDefinition } from "@cdktf/provider-azurerm/lib/data-azurerm-role-definition";
import { RoleDefinition } from "@cdktf/provider-azurerm/lib/role-definition";
import { Lazy, TerraformCount, type TerraformStack } from "cdktf";
import { IdentityRoleBinding, Role } from "cdktf-azure-identity";
import { GUID, newApp, newStack } from "../support";
import {
  checkedStack,
  found,
  LATE_TEXTS,
  places,
  prepared,
  READER_ID,
  RESOURCE_GROUP_ID,
  rawBinding,
} from "./support";

const RULE = "unknown-role-name";

function bindByName(stack: TerraformStack, id: string, roleDefinitionName: string) {
  return rawBinding(stack, id, { roleDefinitionId: undefined, roleDefinitionName });
}

/** The library binds by id; by override its bindings can still name a role. */
function ownByName(stack: TerraformStack, id: string, name: string) {
  const identity = { principalId: GUID, tenantId: GUID };
  const role = Role.builtIn("Reader");
  const { resource } = new IdentityRoleBinding(stack, id, { identity, role, scope: RESOURCE_GROUP_ID });
  resource.resetRoleDefinitionId();
  resource.roleDefinitionName = name;
  return resource;
}

test.each(["Reader", "Storage Blob Data Contributor"])("the built-in role %s is known", (name) => {
  const stack = checkedStack();
  bindByName(stack, "binding", name);
  expect(found(RULE, stack)).toEqual([]);
});

test("a built-in role in another case is an error that names the right one, and a warning on a raw binding", () => {
  const stack = newStack();
  const identity = { principalId: GUID, tenantId: GUID };
  const props = { identity, role: Role.fromName("reader"), scope: RESOURCE_GROUP_ID };
  new IdentityRoleBinding(stack, "ours", props);
  bindByName(stack, "raw", "READER");
  expect(found(RULE, stack).map(({ level, path, message }) => [level, path, message])).toEqual([
    [
      "error",
      "test/ours",
      'role name "reader" is not in the case of the role "Reader", and the role assignment is replaced at every plan, as ' +
        'azurerm reads "Reader" back; allowed is the exact name; write "Reader"',
    ],
    [
      "warning",
      "test/raw",
      expect.stringContaining('role name "READER" is not in the case of the role "Reader"'),
    ],
  ]);
});

test("a role of the app in another case is found, unless another one is called just so or the change is ignored", () => {
  const stack = checkedStack();
  for (const [id, name] of Object.entries({ a: "Orders", b: "Bills", c: "bills" })) {
    new RoleDefinition(stack, id, { name, scope: RESOURCE_GROUP_ID });
  }
  bindByName(stack, "orders", "orders");
  bindByName(stack, "bills", "bills");
  bindByName(stack, "ignored", "orders").lifecycle = { ignoreChanges: ["role_definition_name"] };
  expect(
    found(RULE, stack).map(({ level, path, message }) => [level, path, message.split("; ").at(-1)]),
  ).toEqual([["warning", "test/orders", 'write "Orders"']]);
});

test("a former name of a built-in role gets a warning with the present one, as azurerm finds nothing under it", () => {
  const stack = checkedStack();
  rawBinding(stack, "raw", { roleDefinitionId: undefined, roleDefinitionName: "Azure AI User" });
  expect(found(RULE, stack).map(({ message }) => message)).toEqual([
    'role name "Azure AI User" is a former name of the built-in role "Foundry User"; allowed is the present name, as azurerm ' +
      'looks it up at apply; use "Foundry User", or Role.builtIn, which goes by the id',
  ]);
});

test("Role.fromName is taken at its word, unless the name is nearly a built-in one", () => {
  const stack = checkedStack();
  const identity = { principalId: GUID, tenantId: GUID };
  for (const [id, name] of Object.entries({
    tenant: "Quartermaster of Ships",
    typo: "Storage Blob Data Contributer",
  })) {
    new IdentityRoleBinding(stack, id, { identity, role: Role.fromName(name), scope: RESOURCE_GROUP_ID });
  }
  expect(places(RULE, stack)).toEqual(["warning test/typo"]);
});

test("a name that is nearly a built-in one gets a warning with the nearest ones", () => {
  const stack = newStack();
  ownByName(stack, "binding", "Storage Blob Reader");
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "warning",
      stack: "test",
      path: "test/binding",
      address: "azurerm_role_assignment.binding",
      message:
        'role name "Storage Blob Reader" is neither a built-in role nor defined in this app; allowed is the exact name ' +
        'of a role at the scope; use "Storage Blob Data Reader" or "Storage Blob Delegator", or give the role of your tenant by its id',
    },
  ]);
});

test("a name that is like no other gets a warning without a guess", () => {
  const stack = checkedStack();
  bindByName(stack, "binding", "Keeper of the Orders");
  expect(found(RULE, stack).map(({ message }) => message.split("; ").at(-1))).toEqual([
    "give the role of your tenant by its id",
  ]);
});

test("a role that the app defines or looks up is known, also in another stack", () => {
  const app = newApp();
  const roles = newStack("roles", app);
  new RoleDefinition(roles, "own", { name: "Orders Operator", scope: RESOURCE_GROUP_ID });
  new DataAzurermRoleDefinition(roles, "looked-up", { name: "Bills Operator" });
  const stack = checkedStack("access", app);
  bindByName(stack, "own", "Orders Operator");
  bindByName(stack, "looked-up", "Bills Operator");
  bindByName(stack, "looked-up-in-another-case", "bills operator");
  bindByName(stack, "other", "Mails Operator");
  expect(places(RULE, prepared(app))).toEqual(["warning access/other"]);
});

test("the name attribute of a role of the app says nothing, here and in another stack", () => {
  const app = newApp();
  const roles = checkedStack("roles", app);
  const own = new RoleDefinition(roles, "own", { name: "${var.role}", scope: RESOURCE_GROUP_ID });
  bindByName(roles, "here", own.name);
  bindByName(checkedStack("access", app), "there", own.name);
  expect(found(RULE, prepared(app))).toEqual([]);
});

test.each(LATE_TEXTS)("%s as a role name says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "Reader");
  rawBinding(stack, "raw", { roleDefinitionId: undefined, roleDefinitionName: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("a lazy name is checked when it is there", () => {
  const stack = checkedStack();
  bindByName(stack, "binding", Lazy.stringValue({ produce: () => "Raeder" }));
  expect(places(RULE, stack)).toEqual(["warning test/binding"]);
});

test("the name counts that a binding has after overrides and setters", () => {
  const stack = newStack();
  ownByName(stack, "mended", "Raeder").addOverride("role_definition_name", "Reader");
  ownByName(stack, "reset", "Raeder").roleDefinitionName = "Reader";
  ownByName(stack, "overridden", "Reader").addOverride("role_definition_name", "Raeder");
  ownByName(stack, "set", "Reader").roleDefinitionName = "Raeder";
  expect(places(RULE, stack)).toEqual(["warning test/overridden", "warning test/set"]);
});

test("a raw binding gets a warning, counted or not, by override and by setter too", () => {
  const stack = checkedStack();
  bindByName(stack, "counted", "Raeder").count = TerraformCount.of(2);
  bindByName(stack, "overridden", "Reader").addOverride("role_definition_name", "Raeder");
  bindByName(stack, "set", "Reader").roleDefinitionName = "Raeder";
  const mended = bindByName(stack, "mended", "Raeder");
  mended.resetRoleDefinitionName();
  mended.roleDefinitionId = READER_ID;
  expect(places(RULE, stack)).toEqual([
    "warning test/counted",
    "warning test/overridden",
    "warning test/set",
  ]);
});

test("a GUID gets a warning that says how to give it, and whose it is", () => {
  const stack = checkedStack();
  const guid = READER_ID.slice(-36);
  bindByName(stack, "built-in", guid.toUpperCase());
  bindByName(stack, "other", GUID);
  const id = "<subscription of the scope>/providers/Microsoft.Authorization/roleDefinitions";
  expect(found(RULE, stack).map(({ message }) => message)).toEqual([
    `role name "${guid.toUpperCase()}" is a GUID, the id of "Reader"; allowed is the exact name of a role at the scope; ` +
      `give the GUID as role_definition_id, in the form ${id}/${guid.toUpperCase()}`,
    `role name "${GUID}" is a GUID; allowed is the exact name of a role at the scope; give the GUID as ` +
      `role_definition_id, in the form ${id}/${GUID}`,
  ]);
});
