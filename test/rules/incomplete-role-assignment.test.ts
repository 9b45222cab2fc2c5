import { IdentityRoleBinding, Role, UserAssignedIdentity } from "cdktf-azure-identity";
import { GROUP, GUID, newStack } from "../support";
import { checkedStack, found, LATE_TEXTS, places, RESOURCE_GROUP_ID, rawBinding } from "./support";

const RULE = "incomplete-role-assignment";

test("a binding with principal and scope is complete", () => {
  const stack = newStack();
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
  identity.assignRole("reads", Role.builtIn("Reader"), RESOURCE_GROUP_ID);
  rawBinding(stack, "raw");
  expect(found(RULE, stack)).toEqual([]);
});

test("a scope that is undefined when the program runs is an error", () => {
  const stack = newStack();
  const scope = process.env.NO_SUCH_VARIABLE as string;
  const identity = { principalId: GUID, tenantId: GUID };
  new IdentityRoleBinding(stack, "binding", { identity, role: Role.builtIn("Reader"), scope });
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/binding",
      address: "azurerm_role_assignment.binding",
      message:
        "scope is not given; allowed is a value for each; look for what is undefined where the binding is made, such as " +
        "an environment variable that is not set",
    },
  ]);
});

test("a raw role assignment without either is one error that names both", () => {
  const stack = checkedStack();
  rawBinding(stack, "raw", { principalId: undefined as never, scope: undefined as never });
  expect(found(RULE, stack).map(({ level, message }) => `${level} ${message.split(";")[0]}`)).toEqual([
    "error principal_id and scope are not given",
  ]);
});

test("what an override takes away is missing, what it gives is there", () => {
  const stack = checkedStack();
  rawBinding(stack, "taken").addOverride("scope", null);
  rawBinding(stack, "given", { scope: undefined as never }).addOverride("scope", RESOURCE_GROUP_ID);
  expect(places(RULE, stack)).toEqual(["error test/taken"]);
});

test.each(LATE_TEXTS)("%s is a value", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, RESOURCE_GROUP_ID);
  rawBinding(stack, "raw", { scope: text, principalId: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});
