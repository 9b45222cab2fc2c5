import { RoleDefinition } from "@cdktf/provider-azurerm/lib/role-definition";
import type { TerraformStack } from "cdktf";
import { CustomRole, type CustomRoleProps, Scope } from "cdktf-azure-identity";
import { newApp, newStack, SUBSCRIPTION } from "../support";
import { checkedStack, found, LATE_TEXTS, places } from "./support";

const RULE = "broad-role-definition";
const scope = Scope.subscription(SUBSCRIPTION);

function define(stack: TerraformStack, props: Partial<CustomRoleProps>, id = "role") {
  return new CustomRole(stack, id, { name: `Orders ${id}`, scope, ...props }).resource;
}

test.each([
  "Microsoft.Compute/*",
  "*/read",
  "Microsoft.Authorization/*/read",
  "Microsoft.Authorization/roleAssignments/delete",
  "Microsoft.Authorization/roleAssignments/write/more",
])("the action %s is accepted", (action) => {
  const stack = newStack();
  define(stack, { actions: [action] });
  expect(found(RULE, stack)).toEqual([]);
});

test("all actions get a warning that says what they let one do", () => {
  const stack = newStack();
  define(stack, { actions: ["Microsoft.Compute/*", "*"] });
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "warning",
      stack: "test",
      path: "test/role",
      address: "azurerm_role_definition.role",
      message:
        'action "*" allows Microsoft.Authorization/roleAssignments/write, which gives out any role; allowed are the ' +
        'operations that the work needs; name those one by one, add "Microsoft.Authorization/*/write" to not_actions, ' +
        "or accept this role with IdentityRules.acknowledge",
    },
  ]);
});

test.each([
  "*",
  "*/write",
  "Microsoft.Authorization/*",
  "microsoft.authorization/*/WRITE",
  "Microsoft.Authorization/roleAssignments/*",
  "Microsoft.Authorization/roleAssignments/write",
  "Microsoft.Authorization/roleDefinitions/write",
])("the action %s gets a warning", (action) => {
  const stack = newStack();
  define(stack, { actions: [action] });
  expect(places(RULE, stack)).toEqual(["warning test/role"]);
});

test("what the same block takes out is not allowed, what another takes out is", () => {
  const stack = checkedStack();
  define(stack, { actions: ["*"], notActions: ["Microsoft.Authorization/*/Write"] }, "contributor");
  define(stack, { actions: ["*"], notActions: ["Microsoft.Authorization/roleAssignments/*"] }, "half");
  const [everything, nothing] = [{ actions: ["*"] }, { notActions: ["*"] }];
  new RoleDefinition(stack, "blocks", { name: "Orders", scope, permissions: [everything, nothing] });
  expect(places(RULE, stack)).toEqual(["warning test/half", "warning test/blocks"]);
});

test("data actions give out no roles", () => {
  const stack = newStack();
  define(stack, { dataActions: ["*"] });
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as an action or as what is taken out says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "Microsoft.Authorization/*/write");
  const permissions = [{ actions: ["*"], notActions: [text, "Microsoft.Authorization/*"] }];
  const role = new RoleDefinition(stack, "role", { name: "Orders", scope, permissions });
  role.forEach = repeated.forEach;
  if (repeated.count) role.count = repeated.count;
  expect(found(RULE, stack)).toEqual([]);
  role.putPermissions([{ actions: ["*"], notActions: ["${var.not}"] }, { actions: ["${var.action}"] }]);
  expect(found(RULE, stack)).toEqual([]);
});

test("the actions count that a role has after overrides and setters", () => {
  const stack = newStack();
  const actions = ["*/read"];
  define(stack, { actions }, "overridden").addOverride("permissions.0.actions", ["*"]);
  define(stack, { actions }, "set").putPermissions([{ actions: ["*"] }]);
  define(stack, { actions: ["*"] }, "mended").putPermissions([{ actions }]);
  define(stack, { actions: ["*"] }, "unknown").addOverride("permissions.0.not_actions", "${var.not}");
  expect(places(RULE, stack)).toEqual(["warning test/overridden", "warning test/set"]);
});

test("a raw role gets a warning, counted or not, in any stack", () => {
  const app = newApp();
  const permissions = [{ actions: ["*"] }];
  for (const id of ["one", "two"])
    new RoleDefinition(checkedStack(id, app), "role", { name: "Orders", scope, permissions, count: 2 });
  expect(places(RULE, app)).toEqual(["warning one/role", "warning two/role"]);
});
