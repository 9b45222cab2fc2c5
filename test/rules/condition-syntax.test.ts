import { Lazy, TerraformCount, type TerraformStack } from "cdktf";
import { IdentityRoleBinding, Role } from "cdktf-azure-identity";
import { GUID, newStack } from "../support";
import { checkedStack, found, LATE_TEXTS, places, RESOURCE_GROUP_ID, rawBinding } from "./support";

const RULE = "condition-syntax";
const CLOSED = "((!(ActionMatches{'a/read'})) OR (@Resource[a:name] StringEquals 'it (is'))";
const OPEN = "((@Resource[a:name] StringEquals 'x')";

function bind(stack: TerraformStack, id: string, condition: string) {
  const identity = { principalId: GUID, tenantId: GUID };
  const props = { identity, role: Role.builtIn("Reader"), scope: `${RESOURCE_GROUP_ID}-${id}`, condition };
  return new IdentityRoleBinding(stack, id, props).resource;
}

test("a condition that closes what it opens is accepted", () => {
  const stack = newStack();
  bind(stack, "ours", CLOSED);
  rawBinding(stack, "raw", { condition: CLOSED });
  expect(found(RULE, stack)).toEqual([]);
});

test("one that does not is an error that says where", () => {
  const stack = newStack();
  bind(stack, "binding", OPEN);
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/binding",
      address: "azurerm_role_assignment.binding",
      message:
        'condition has a "(" at character 1 that nothing closes; allowed is text of at most 8 KB in which each quote, ' +
        "parenthesis, bracket and brace is closed; mend it, or make it anew with the visual editor of the portal and " +
        "copy its code",
    },
  ]);
});

test("each binding with the condition has the error, raw or counted too", () => {
  const stack = newStack();
  bind(stack, "ours", OPEN);
  rawBinding(stack, "raw", { condition: OPEN });
  rawBinding(stack, "counted", { condition: OPEN, count: TerraformCount.of(2) });
  expect(places(RULE, stack)).toEqual(["error test/ours", "error test/raw", "error test/counted"]);
});

test.each(LATE_TEXTS)("%s says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "2.0");
  rawBinding(stack, "raw", { condition: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("the condition counts that a binding has after overrides, setters and lazy values", () => {
  const stack = newStack();
  bind(stack, "mended", OPEN).condition = CLOSED;
  bind(stack, "overridden", CLOSED).addOverride("condition", OPEN);
  bind(stack, "lazy", Lazy.stringValue({ produce: () => OPEN }));
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/lazy"]);
});
