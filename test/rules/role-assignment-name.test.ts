import { Lazy, TerraformCount } from "cdktf";
import { IdentityRoleBinding, Role } from "cdktf-azure-identity";
import * as fc from "fast-check";
import { GUID, newStack } from "../support";
import { checkedStack, found, LATE_TEXTS, places, RESOURCE_GROUP_ID, rawBinding } from "./support";

const RULE = "role-assignment-name";

test("no name, and a GUID in either case, are accepted", () => {
  const stack = checkedStack();
  rawBinding(stack, "none");
  rawBinding(stack, "lower", { name: GUID });
  rawBinding(stack, "upper", { name: GUID.toUpperCase() });
  expect(found(RULE, stack)).toEqual([]);
});

test("another name is an error that says what to do, on a construct too", () => {
  const stack = newStack();
  const identity = { principalId: GUID, tenantId: GUID };
  const props = { identity, role: Role.builtIn("Reader"), scope: RESOURCE_GROUP_ID };
  new IdentityRoleBinding(stack, "binding", props).resource.name = "orders-reads";
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/binding",
      address: "azurerm_role_assignment.binding",
      message:
        'role assignment name "orders-reads" is not a GUID; allowed is xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx; leave it ' +
        "out, and azurerm chooses one; what the role is for goes into description",
    },
  ]);
});

test("every GUID is accepted, and no GUID with a character less or more", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(35), (name, at) => {
      const stack = checkedStack();
      rawBinding(stack, "good", { name });
      rawBinding(stack, "short", { name: name.slice(0, at) + name.slice(at + 1) });
      rawBinding(stack, "long", { name: `${name.slice(0, at)}-${name.slice(at)}` });
      expect(places(RULE, stack)).toEqual(["error test/short", "error test/long"]);
    }),
    { numRuns: 20 },
  );
});

test.each(LATE_TEXTS)("%s says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, GUID);
  rawBinding(stack, "raw", { name: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("the name after setters, overrides and at last counts, also when counted", () => {
  const stack = checkedStack();
  rawBinding(stack, "mended", { name: "x" }).resetName();
  rawBinding(stack, "overridden", { name: GUID }).addOverride("name", "x");
  rawBinding(stack, "lazy", { name: Lazy.stringValue({ produce: () => "x" }) });
  rawBinding(stack, "counted", { name: "x", count: TerraformCount.of(2) });
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/lazy", "error test/counted"]);
});
