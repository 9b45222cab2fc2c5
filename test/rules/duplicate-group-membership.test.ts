import { Group } from "@cdktf/provider-azuread/lib/group";
import { GroupMember, type GroupMemberConfig } from "@cdktf/provider-azuread/lib/group-member";
import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { TerraformCount, type TerraformStack } from "cdktf";
import { GroupMembership, UserAssignedIdentity } from "cdktf-azure-identity";
import { GROUP, GUID, newApp, newStack } from "../support";
import { checkedStack, found, places, prepared } from "./support";

const RULE = "duplicate-group-membership";
const OTHER = "bbbbbbbb-cccc-dddd-eeee-ffffffffffff";

function newIdentity(stack: TerraformStack, name = "id-orders") {
  return new UserAssignedIdentity(stack, name, { ...GROUP, name });
}

function raw(stack: TerraformStack, id: string, config: Partial<GroupMemberConfig>) {
  return new GroupMember(stack, id, { groupObjectId: GUID, memberObjectId: GUID, ...config });
}

test("other groups and other members are accepted", () => {
  const stack = newStack();
  const [a, b] = [newIdentity(stack, "id-a"), newIdentity(stack, "id-b")];
  new GroupMembership(stack, "a", { member: a, groupObjectId: GUID });
  new GroupMembership(stack, "b", { member: b, groupObjectId: GUID });
  new GroupMembership(stack, "a-elsewhere", { member: a, groupObjectId: OTHER });
  expect(found(RULE, stack)).toEqual([]);
});

test("each further one is an error that names the first", () => {
  const stack = newStack();
  const member = newIdentity(stack);
  new GroupMembership(stack, "first", { member, groupObjectId: GUID });
  new GroupMembership(stack, "again", { member, groupObjectId: GUID.toUpperCase() });
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/again",
      address: "azuread_group_member.again",
      message: "the same membership is made by test/first too; allowed is once; remove one of the two",
    },
  ]);
});

test("memberships of two stacks are compared, and raw ones too", () => {
  const app = newApp();
  const groups = checkedStack("groups", app);
  new AzureadProvider(groups, "azuread");
  const group = new Group(groups, "readers", { displayName: "sg-readers", securityEnabled: true });
  raw(groups, "raw", { groupObjectId: group.objectId });
  const stack = checkedStack("members", app);
  new AzureadProvider(stack, "azuread");
  raw(stack, "raw", { groupObjectId: group.objectId });
  expect(places(RULE, prepared(app))).toEqual(["error members/raw"]);
});

test("counted ones, and groups or members that nobody knows to be the same, are left out", () => {
  const stack = checkedStack();
  new AzureadProvider(stack, "azuread");
  raw(stack, "counted", { count: TerraformCount.of(2) });
  raw(stack, "one", {});
  raw(stack, "late", { groupObjectId: "${var.group}" });
  raw(stack, "later", { groupObjectId: "${var.other}" });
  expect(found(RULE, stack)).toEqual([]);
});

test("the arguments count that there are after overrides", () => {
  const stack = checkedStack();
  new AzureadProvider(stack, "azuread");
  raw(stack, "one", {});
  raw(stack, "moved-away", {}).addOverride("group_object_id", OTHER);
  raw(stack, "moved-here", { groupObjectId: OTHER }).groupObjectId = GUID;
  expect(places(RULE, stack)).toEqual(["error test/moved-here"]);
});
