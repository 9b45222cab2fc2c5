import { Group } from "@cdktf/provider-azuread/lib/group";
import { GroupMember } from "@cdktf/provider-azuread/lib/group-member";
import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { TerraformCount, type TerraformStack } from "cdktf";
import { GroupMembership } from "cdktf-azure-identity";
import { GUID, newApp, newStack } from "../support";
import { checkedStack, found, LATE_TEXTS, places, prepared } from "./support";

const RULE = "group-object-id";
const MEMBER = { principalId: GUID, tenantId: GUID };

function member(stack: TerraformStack, id: string, groupObjectId: string, more = {}): GroupMember {
  return new GroupMember(stack, id, { groupObjectId, memberObjectId: GUID, ...more });
}

function withGroup(stack = checkedStack()) {
  new AzureadProvider(stack, "azuread");
  return new Group(stack, "readers", { displayName: "sg-readers", securityEnabled: true });
}

test("a GUID and the object id of a group are accepted, made and looked up", () => {
  const stack = checkedStack();
  const group = withGroup(stack);
  member(stack, "a", GUID);
  member(stack, "b", GUID.toUpperCase());
  member(stack, "c", group.objectId);
  member(stack, "d", "${data.azuread_group.other.object_id}");
  member(stack, "e", "${azurerm_something.other.id}");
  expect(found(RULE, stack)).toEqual([]);
});

test("a name is an error that says what to pass", () => {
  const stack = newStack();
  new GroupMembership(stack, "member", { member: MEMBER, groupObjectId: "sg-readers" });
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/member",
      address: "azuread_group_member.member",
      message:
        'group "sg-readers" is not a GUID; allowed is the object id of a group in Entra, ' +
        "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx; pass its object_id, or what az ad group show --query id says",
    },
  ]);
});

test("the id of a group is an error here, and a warning on a raw resource, which older versions accept", () => {
  const stack = checkedStack();
  const group = withGroup(stack);
  new GroupMembership(stack, "member", { member: MEMBER, groupObjectId: group.id });
  member(stack, "raw", group.id);
  member(stack, "name", group.displayName);
  expect(places(RULE, stack)).toEqual(["error test/member", "warning test/raw", "error test/name"]);
});

test("the id counts that the membership has after overrides and setters", () => {
  const stack = checkedStack();
  member(stack, "overridden", GUID).addOverride("group_object_id", "sg");
  member(stack, "set", GUID).groupObjectId = "sg";
  member(stack, "mended", "sg").groupObjectId = GUID;
  expect(places(RULE, stack)).toEqual(["error test/overridden", "error test/set"]);
});

test.each(LATE_TEXTS)("%s says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, GUID);
  member(stack, "late", text, repeated);
  expect(found(RULE, stack)).toEqual([]);
});

test("a counted membership is looked at, and a group of another stack known", () => {
  const app = newApp();
  const group = withGroup(checkedStack("groups", app));
  const stack = checkedStack("members", app);
  member(stack, "counted", "sg", { count: TerraformCount.of(2) });
  member(stack, "elsewhere", group.id);
  expect(places(RULE, prepared(app))).toEqual(["error members/counted", "warning members/elsewhere"]);
});

test.each([
  ["~> 2.47", "warning"],
  [">= 2.0", "warning"],
  ["< 3.0", "warning"],
  ["~> 3.0", "error"],
  ["3.7.0", "error"],
])("where azuread %s is asked for, the id of a group is a %s", (version, level) => {
  const stack = newStack();
  const groupObjectId = "${data.azuread_group.g.id}";
  new GroupMembership(stack, "member", { member: MEMBER, groupObjectId });
  expect(places(RULE, stack)).toEqual(["error test/member"]);
  stack.addOverride("terraform.required_providers.azuread.version", version);
  expect(places(RULE, stack)).toEqual([`${level} test/member`]);
});
