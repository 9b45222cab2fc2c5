import { TerraformCount, type TerraformStack } from "cdktf";
import { IdentityRoleBinding, Role } from "cdktf-azure-identity";
import { GUID, newStack } from "../support";
import { checkedStack, found, LATE_TEXTS, places, RESOURCE_GROUP_ID, rawBinding } from "./support";

const RULE = "condition-version";
const condition = "@Resource[x] StringEquals 'y'";

function bind(stack: TerraformStack, id: string) {
  const identity = { principalId: GUID, tenantId: GUID };
  const props = { identity, role: Role.builtIn("Reader"), scope: `${RESOURCE_GROUP_ID}-${id}` };
  return new IdentityRoleBinding(stack, id, { ...props, condition }).resource;
}

test("version 2.0, no version and no condition are accepted", () => {
  const stack = newStack();
  bind(stack, "ours");
  rawBinding(stack, "raw", { condition });
  rawBinding(stack, "none");
  expect(found(RULE, stack)).toEqual([]);
});

test("version 1.0 gets a warning that says which is allowed", () => {
  const stack = newStack();
  bind(stack, "binding").conditionVersion = "1.0";
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "warning",
      stack: "test",
      path: "test/binding",
      address: "azurerm_role_assignment.binding",
      message:
        'condition version "1.0" is one that Azure does not document any more; allowed is "2.0"; set ' +
        "condition_version to that, and see that the condition is written for it",
    },
  ]);
});

test("a version without a condition is another rule's matter", () => {
  const stack = checkedStack();
  rawBinding(stack, "raw", { conditionVersion: "1.0" });
  expect(found(RULE, stack)).toEqual([]);
});

test.each(LATE_TEXTS)("%s as a version says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "2.0");
  rawBinding(stack, "raw", { condition, conditionVersion: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("a raw binding gets a warning, counted or not, by override and by setter too", () => {
  const stack = checkedStack();
  rawBinding(stack, "counted", { condition, conditionVersion: "1.0", count: TerraformCount.of(2) });
  rawBinding(stack, "overridden", { condition }).addOverride("condition_version", "1.0");
  rawBinding(stack, "set", { condition }).conditionVersion = "1.0";
  rawBinding(stack, "mended", { condition, conditionVersion: "1.0" }).conditionVersion = "2.0";
  expect(places(RULE, stack)).toEqual([
    "warning test/counted",
    "warning test/overridden",
    "warning test/set",
  ]);
});
