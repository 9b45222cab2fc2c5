import { GroupMember } from "@cdktf/provider-azuread/lib/group-member";
import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import {
  GroupMembership,
  IdentityRules,
  UserAssignedIdentity,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import { GROUP, GUID, newApp, newStack } from "../support";
import { checkedStack, found, LATE_TEXTS, places, prepared, VM } from "./support";

const RULE = "group-token-cache";

test("the membership of an identity is an information that says what waits", () => {
  const stack = newStack();
  const member = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
  new GroupMembership(stack, "member", { member, groupObjectId: GUID });
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "information",
      stack: "test",
      path: "test/member",
      address: "azuread_group_member.member",
      message:
        "id-orders becomes a member of a group, which its tokens show after up to 24 hours; allowed is a change that " +
        "can wait; bind the role to the identity itself where it cannot, or acknowledge this",
    },
  ]);
});

test("machines, identities of other stacks, and those known by a token alone count", () => {
  const app = newApp();
  const elsewhere = new UserAssignedIdentity(newStack("identities", app), "identity", {
    ...GROUP,
    name: "id-a",
  });
  const stack = newStack("members", app);
  new AzureadProvider(stack, "azuread");
  const vm = new VmWithSystemIdentity(stack, "vm", VM);
  new GroupMembership(stack, "vm-in-group", { member: vm, groupObjectId: GUID });
  new GroupMember(stack, "raw", { memberObjectId: elsewhere.principalId, groupObjectId: GUID });
  const known = UserAssignedIdentity.fromAttributes({ principalId: "${var.principal}" });
  new GroupMembership(stack, "known", { member: known, groupObjectId: GUID });
  expect(places(RULE, prepared(app))).toEqual([
    "information members/vm-in-group",
    "information members/raw",
    "information members/known",
  ]);
});

test.each(LATE_TEXTS)("of a raw member that is %s nobody knows what it is", (_, make) => {
  const stack = checkedStack();
  new AzureadProvider(stack, "azuread");
  const { text, repeated } = make(stack, GUID);
  new GroupMember(stack, "raw", { memberObjectId: text, groupObjectId: GUID, ...repeated });
  expect(found(RULE, stack)).toEqual([]);
});

test("it can be accepted", () => {
  const stack = newStack();
  const member = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
  const membership = new GroupMembership(stack, "member", { member, groupObjectId: GUID });
  IdentityRules.acknowledge(membership, { id: RULE, reason: "reports can wait" });
  expect(found(RULE, stack)).toEqual([]);
});
