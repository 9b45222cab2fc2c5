import { RoleDefinition } from "@cdktf/provider-azurerm/lib/role-definition";
import { Lazy, type TerraformStack } from "cdktf";
import { CustomRole, type CustomRoleProps, Scope } from "cdktf-azure-identity";
import { newApp, newStack, SUBSCRIPTION } from "../support";
import { checkedStack, found, LATE_TEXTS, places } from "./support";

const RULE = "role-definition-actions";
const scope = Scope.subscription(SUBSCRIPTION);
const START = "Microsoft.Compute/virtualMachines/start/action";

function define(stack: TerraformStack, props: Partial<CustomRoleProps>, id = "role") {
  return new CustomRole(stack, id, { name: `Orders ${id}`, scope, ...props }).resource;
}

function raw(
  stack: TerraformStack,
  id: string,
  ...permissions: { actions?: string[]; dataActions?: string[] }[]
) {
  return new RoleDefinition(stack, id, { name: `Orders ${id}`, scope, permissions });
}

test.each([
  START,
  START.toUpperCase(),
  "*",
  "*/read",
  "Microsoft.Compute/*",
  "Microsoft.Compute/*/read",
  "Microsoft.Authorization/*/Write",
  "Microsoft.CostManagement/*/query/*",
  "84codes.CloudAMQP/servers/read",
  "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read",
])("the action %s is accepted", (action) => {
  const stack = newStack();
  define(stack, { actions: [action], notActions: [action], dataActions: [action], notDataActions: [action] });
  expect(found(RULE, stack)).toEqual([]);
});

test("actions alone and data actions alone are accepted, in any of several blocks", () => {
  const stack = checkedStack();
  define(stack, { actions: [START] }, "actions");
  define(stack, { dataActions: [START] }, "data");
  raw(stack, "blocks", { actions: [] }, { dataActions: [START] });
  expect(found(RULE, stack)).toEqual([]);
});

test("a role that allows nothing is an error, whatever it takes out", () => {
  const stack = newStack();
  define(stack, { notActions: ["*"] });
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/role",
      address: "azurerm_role_definition.role",
      message:
        "neither actions nor data_actions are given, so the role allows nothing; allowed is at least one of the two; " +
        "add what the role is for",
    },
  ]);
});

test("an action without a verb is an error that shows how it may end", () => {
  const stack = newStack();
  define(stack, { actions: [START, "Microsoft.Compute/virtualMachines/start"] });
  expect(found(RULE, stack).map(({ message }) => message)).toEqual([
    '"Microsoft.Compute/virtualMachines/start" in actions has not the form of an operation; allowed are ' +
      "<company>.<provider>/<type>/<verb>, of which the verb is read, write, delete or action and any part can be *, " +
      'and * alone; end it in a verb, such as "Microsoft.Compute/virtualMachines/start/action"',
  ]);
});

test.each([
  "",
  "Reader",
  "read",
  "virtualMachines/read",
  "Microsoft.Compute",
  "Microsoft.Compute//read",
  `${START} `,
])("%j is an error in every list", (action) => {
  const stack = newStack();
  const actions = [action];
  define(stack, { actions, notActions: actions, dataActions: actions, notDataActions: actions });
  expect(found(RULE, stack).map(({ message }) => message.split(" has not")[0])).toEqual(
    ["actions", "not_actions", "data_actions", "not_data_actions"].map((list) => `"${action}" in ${list}`),
  );
  expect(found(RULE, stack)[0]?.message).toMatch(/; take the operation from Azure's list of permissions$/);
});

test.each(LATE_TEXTS)("%s as an action says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, START);
  const role = raw(stack, "role", { actions: [text] });
  role.forEach = repeated.forEach;
  if (repeated.count) role.count = repeated.count;
  expect(found(RULE, stack)).toEqual([]);
});

test("lists and blocks that are expressions are not known", () => {
  const stack = checkedStack();
  raw(stack, "list", { actions: [] }).addOverride("permissions.0.actions", "${var.actions}");
  raw(stack, "blocks").addOverride("permissions", "${var.permissions}");
  raw(stack, "dynamic").addOverride("dynamic.permissions", { for_each: "${var.x}", content: {} });
  expect(found(RULE, stack)).toEqual([]);
});

test("a lazy action is checked when it is there", () => {
  const stack = newStack();
  define(stack, { actions: Lazy.listValue({ produce: () => ["Reader"] }) });
  expect(places(RULE, stack)).toEqual(["error test/role"]);
});

test("the actions count that a role has after overrides and setters", () => {
  const stack = newStack();
  define(stack, { actions: [START] }, "overridden").addOverride("permissions.0.actions", ["Reader"]);
  define(stack, { actions: [START] }, "set").putPermissions([{ actions: [] }]);
  define(stack, {}, "mended").putPermissions([{ actions: [START] }]);
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
});

test("a raw role gets a warning, counted or not, also in another stack and without a block", () => {
  const app = newApp();
  const stack = checkedStack("roles", app);
  raw(stack, "counted", { actions: ["Reader"] }).count = 2;
  raw(checkedStack("other", app), "empty");
  expect(places(RULE, app)).toEqual(["warning roles/counted", "warning other/empty"]);
});
