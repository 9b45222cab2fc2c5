import { Lazy, TerraformCount, type TerraformStack } from "cdktf";
import { IdentityRoleBinding, Role, UserAssignedIdentity } from "cdktf-azure-identity";
import { GROUP, GUID, newApp, newStack } from "../support";
import { checkedStack, found, LATE_TEXTS, places, prepared, RESOURCE_GROUP_ID, rawBinding } from "./support";

const RULE = "principal-id-format";

function bind(stack: TerraformStack, id: string, principalId: string): IdentityRoleBinding {
  const identity = { principalId, tenantId: "" };
  return new IdentityRoleBinding(stack, id, {
    identity,
    role: Role.builtIn("Reader"),
    scope: RESOURCE_GROUP_ID,
  });
}

test("identities and GUIDs in any case are accepted", () => {
  const stack = newStack();
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-a" });
  bind(stack, "identity-reads", identity.principalId);
  bind(stack, "lower", GUID);
  bind(stack, "upper", GUID.toUpperCase());
  expect(found(RULE, stack)).toEqual([]);
});

test("a name in place of the principal id is an error that says what is allowed", () => {
  const stack = newStack();
  bind(stack, "binding", "id-orders");
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/binding",
      address: "azurerm_role_assignment.binding",
      message:
        'principal id "id-orders" is not a GUID; allowed is the object id of a principal in Entra, ' +
        "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx; pass the identity itself, or the object id",
    },
  ]);
});

test.each([
  "",
  GUID.replaceAll("-", ""),
  `/servicePrincipals/${GUID}`,
  `{${GUID}}`,
  "orders@example.com",
])("the principal id %j is an error", (principalId) => {
  const stack = newStack();
  bind(stack, "binding", principalId);
  expect(places(RULE, stack)).toEqual(["error test/binding"]);
});

test("the text of an address is left to the rule about quoted references", () => {
  const stack = newStack();
  bind(stack, "binding", "azurerm_user_assigned_identity.orders.principal_id");
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as a principal id says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, GUID);
  rawBinding(stack, "raw", { principalId: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("a lazy principal id is checked when it is there", () => {
  const stack = newStack();
  bind(stack, "binding", Lazy.stringValue({ produce: () => "id-orders" }));
  expect(places(RULE, stack)).toEqual(["error test/binding"]);
});

test("the principal id counts that a binding has after overrides and setters", () => {
  const stack = newStack();
  bind(stack, "mended", "x").resource.addOverride("principal_id", GUID);
  bind(stack, "reset", "x").resource.principalId = GUID;
  bind(stack, "overridden", GUID).resource.addOverride("principal_id", "x");
  bind(stack, "set", GUID).resource.principalId = "x";
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
});

test("a raw binding is an error, counted or not, by override and by setter too", () => {
  const stack = checkedStack();
  rawBinding(stack, "given", { principalId: "x" });
  rawBinding(stack, "counted", { principalId: "x", count: TerraformCount.of(2) });
  rawBinding(stack, "overridden").addOverride("principal_id", "x");
  rawBinding(stack, "set").principalId = "x";
  rawBinding(stack, "mended", { principalId: "x" }).principalId = GUID;
  expect(places(RULE, stack)).toEqual([
    "error test/given",
    "error test/counted",
    "error test/overridden",
    "error test/set",
  ]);
});

test("a principal taken from another binding is checked in both, also across stacks", () => {
  const app = newApp();
  const other = bind(newStack("a", app), "binding", "x");
  bind(newStack("b", app), "binding", other.resource.principalId);
  expect(places(RULE, prepared(app))).toEqual(["error a/binding", "error b/binding"]);
});

test("an identity of another stack is accepted", () => {
  const app = newApp();
  const identity = new UserAssignedIdentity(newStack("a", app), "identity", { ...GROUP, name: "id-a" });
  bind(newStack("b", app), "binding", identity.principalId);
  expect(found(RULE, prepared(app))).toEqual([]);
});
