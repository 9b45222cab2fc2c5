import { DataAzurermUserAssignedIdentity } from "@cdktf/provider-azurerm/lib/data-azurerm-user-assigned-identity";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { UserAssignedIdentity as RawIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { TerraformCount, TerraformResource, type TerraformStack } from "cdktf";
import { UserAssignedIdentity } from "cdktf-azure-identity";
import { GROUP, newApp, newStack } from "../support";
import { checkedStack, found, LATE_TEXTS, places, prepared } from "./support";

const RULE = "merged-address";

function own(stack: TerraformStack, id: string): UserAssignedIdentity {
  return new UserAssignedIdentity(stack, id, { ...GROUP, name: `id-${id.length}` });
}

function raw(stack: TerraformStack, id: string): RawIdentity {
  return new RawIdentity(stack, id, { ...GROUP, name: `id-${id.length}` });
}

test("ids that differ for Terraform, and equal ids of different types, are accepted", () => {
  const stack = newStack();
  own(stack, "a-b");
  own(stack, "ab");
  new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" }).overrideLogicalId("ab");
  const lookup = new DataAzurermUserAssignedIdentity(stack, "lookup", {
    resourceGroupName: "rg",
    name: "id-a",
  });
  lookup.overrideLogicalId("ab");
  expect(found(RULE, stack)).toEqual([]);
});

test("two ids that Terraform cannot tell apart are an error that names both constructs", () => {
  const stack = newStack();
  own(stack, "a b");
  own(stack, "ab");
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/ab",
      address: "azurerm_user_assigned_identity.ab",
      message:
        'address "azurerm_user_assigned_identity.ab" is given to 2 constructs, test/a b and test/ab; allowed is one; ' +
        "give each of them an id that differs in letters, digits, - or _, or another overrideLogicalId",
    },
  ]);
});

test("all constructs of one address are one finding", () => {
  const stack = newStack();
  for (const id of ["a b", "ab", "a  b"]) own(stack, id);
  expect(found(RULE, stack).map(({ message }) => message.split(";")[0])).toEqual([
    'address "azurerm_user_assigned_identity.ab" is given to 3 constructs, test/a b and test/ab and test/a  b',
  ]);
});

test("raw resources get a warning, and one of the library among them makes it an error", () => {
  const stack = newStack();
  raw(stack, "a b");
  raw(stack, "ab");
  raw(stack, "c d");
  own(stack, "cd");
  own(stack, "e f");
  raw(stack, "ef");
  expect(places(RULE, stack)).toEqual(["warning test/ab", "error test/cd", "error test/ef"]);
});

test("the logical id counts that an element has in the end", () => {
  const stack = newStack();
  own(stack, "a b");
  own(stack, "ab").resource.overrideLogicalId("mended");
  expect(found(RULE, stack)).toEqual([]);
  own(stack, "other").resource.overrideLogicalId("mended");
  raw(stack, "raw").overrideLogicalId("mended");
  expect(found(RULE, stack).map(({ message }) => message.split(";")[0])).toEqual([
    'address "azurerm_user_assigned_identity.mended" is given to 3 constructs, test/ab and test/other and test/raw',
  ]);
});

test("a generic resource shares addresses with the class of its type", () => {
  const stack = checkedStack();
  raw(stack, "a b");
  new TerraformResource(stack, "ab", { terraformResourceType: "azurerm_user_assigned_identity" });
  expect(places(RULE, stack)).toEqual(["warning test/ab"]);
});

test("a counted resource has an address like any other", () => {
  const stack = checkedStack();
  raw(stack, "a b").count = TerraformCount.of(2);
  raw(stack, "ab");
  expect(places(RULE, stack)).toEqual(["warning test/ab"]);
});

test("what stands in the arguments plays no part, also where an override changes the whole stack", () => {
  const stack = newStack();
  own(stack, "a b");
  own(stack, "ab");
  stack.addOverride("resource.azurerm_user_assigned_identity.ab.name", "id-overridden");
  expect(places(RULE, stack)).toEqual(["error test/ab"]);
});

test.each(LATE_TEXTS)("two resources with %s are no merged ones", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "id-orders");
  for (const id of ["one", "two"]) new RawIdentity(stack, id, { ...GROUP, name: text, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("equal addresses of different stacks are accepted, references between them too", () => {
  const app = newApp();
  const one = own(newStack("a", app), "identity");
  const { name } = one;
  new UserAssignedIdentity(newStack("b", app), "identity", { ...GROUP, name });
  expect(found(RULE, prepared(app))).toEqual([]);
});
