import { Lazy, TerraformCount, type TerraformStack } from "cdktf";
import { IdentityRoleBinding, Role } from "cdktf-azure-identity";
import { GUID, newStack } from "../support";
import { checkedStack, found, LATE_TEXTS, places, RESOURCE_GROUP_ID, rawBinding } from "./support";

const RULE = "role-condition";
const CONDITION = "@Resource[x] StringEquals 'y'";

function bind(stack: TerraformStack, id: string, condition?: string) {
  const identity = { principalId: GUID, tenantId: GUID };
  const props = { identity, role: Role.builtIn("Reader"), scope: `${RESOURCE_GROUP_ID}-${id}` };
  return new IdentityRoleBinding(stack, id, { ...props, ...(condition === undefined ? {} : { condition }) })
    .resource;
}

test("a condition with a version, one without, and none are accepted", () => {
  const stack = newStack();
  bind(stack, "ours", CONDITION);
  bind(stack, "none");
  rawBinding(stack, "raw", { condition: CONDITION });
  rawBinding(stack, "old", { condition: CONDITION, conditionVersion: "1.0" });
  expect(found(RULE, stack)).toEqual([]);
});

test("an empty condition is an error that says what to do", () => {
  const stack = newStack();
  bind(stack, "binding", "");
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/binding",
      address: "azurerm_role_assignment.binding",
      message:
        'condition "" is empty; allowed is the text of a condition, or no condition; write it, or leave condition and ' +
        "condition_version out",
    },
  ]);
});

test("a version without a condition is an error that says what to do", () => {
  const stack = newStack();
  bind(stack, "binding").conditionVersion = "2.0";
  expect(found(RULE, stack).map(({ message }) => message)).toEqual([
    'condition version "2.0" is given without a condition; allowed is a version for a condition; set condition, or ' +
      "leave condition_version out",
  ]);
});

test.each(["2", "3.0", "", "v2.0"])("the version %j is an error that says which is allowed", (version) => {
  const stack = checkedStack();
  rawBinding(stack, "raw", { condition: CONDITION, conditionVersion: version });
  expect(found(RULE, stack).map(({ level, message }) => `${level} ${message}`)).toEqual([
    `error condition version "${version}" is no version that azurerm knows; allowed is "2.0"; set condition_version to that`,
  ]);
});

test("a version that is a number loses its zero and is an error", () => {
  const stack = newStack();
  bind(stack, "binding", CONDITION).addOverride("condition_version", 2.0);
  expect(places(RULE, stack)).toEqual(["error test/binding"]);
});

test.each(LATE_TEXTS)("%s as a condition or a version says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "2.0");
  rawBinding(stack, "condition", { condition: text, conditionVersion: "2.0", ...repeated });
  rawBinding(stack, "version", { condition: CONDITION, conditionVersion: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("a lazy condition is checked when it is there", () => {
  const stack = newStack();
  bind(stack, "binding", Lazy.stringValue({ produce: () => "" }));
  expect(places(RULE, stack)).toEqual(["error test/binding"]);
});

test("condition and version count that a binding has after overrides and setters", () => {
  const stack = newStack();
  bind(stack, "mended", "").condition = CONDITION;
  bind(stack, "overridden", CONDITION).addOverride("condition", "");
  bind(stack, "reset", CONDITION).resetCondition();
  bind(stack, "set", CONDITION).conditionVersion = "3.0";
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/reset", "error test/set"]);
});

test("a raw binding is an error, counted or not", () => {
  const stack = checkedStack();
  rawBinding(stack, "counted", { condition: "", count: TerraformCount.of(2) });
  rawBinding(stack, "overridden").addOverride("condition_version", "2.0");
  expect(places(RULE, stack)).toEqual(["error test/counted", "error test/overridden"]);
});
