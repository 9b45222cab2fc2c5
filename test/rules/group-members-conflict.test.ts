import { Group } from "@cdktf/provider-azuread/lib/group";
import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import type { TerraformStack } from "cdktf";
import { GroupMembership } from "cdktf-azure-identity";
import { GUID, newApp, newStack } from "../support";
import { found, places, prepared } from "./support";

const RULE = "group-members-conflict";
const MEMBER = { principalId: GUID, tenantId: GUID };

function group(stack: TerraformStack, id: string, members?: string[]) {
  const made = new Group(stack, id, { displayName: id, securityEnabled: true, ...(members && { members }) });
  return made;
}

function azureadStack(id = "test", app = newApp()) {
  const stack = newStack(id, app);
  new AzureadProvider(stack, "azuread");
  return stack;
}

test("a group without a list of members takes memberships, and one with a list stands alone", () => {
  const stack = azureadStack();
  group(stack, "listed", [GUID]);
  new GroupMembership(stack, "member", { member: MEMBER, groupObjectId: group(stack, "open").objectId });
  new GroupMembership(stack, "known", { member: MEMBER, groupObjectId: "${data.azuread_group.g.object_id}" });
  expect(found(RULE, stack)).toEqual([]);
});

test("a membership of a group with a list is a warning, be the list empty or not", () => {
  const stack = azureadStack();
  for (const [id, members] of [
    ["listed", [GUID]],
    ["empty", []],
  ] as const) {
    const { objectId } = group(stack, id, [...members]);
    new GroupMembership(stack, `in-${id}`, { member: MEMBER, groupObjectId: objectId });
  }
  expect(places(RULE, stack)).toEqual(["warning test/in-listed", "warning test/in-empty"]);
  expect(found(RULE, stack)[0]?.message).toBe(
    "group test/listed lists its members itself; allowed are a list in the group or memberships beside it; remove " +
      "members from the group, or add the identity to that list",
  );
});

test("a group that leaves its members as it finds them takes memberships", () => {
  const stack = azureadStack();
  const made = group(stack, "listed", [GUID]);
  made.lifecycle = { ignoreChanges: ["members"] };
  new GroupMembership(stack, "member", { member: MEMBER, groupObjectId: made.objectId });
  expect(found(RULE, stack)).toEqual([]);
});

test("what overrides say counts, and a group of another stack is known", () => {
  const app = newApp();
  const groups = azureadStack("groups", app);
  const [mended, broken] = [group(groups, "mended", [GUID]), group(groups, "broken")];
  mended.resetMembers();
  broken.addOverride("members", "${var.members}");
  const stack = azureadStack("members", app);
  new GroupMembership(stack, "a", { member: MEMBER, groupObjectId: mended.objectId });
  new GroupMembership(stack, "b", { member: MEMBER, groupObjectId: broken.objectId });
  expect(places(RULE, prepared(app))).toEqual(["warning members/b"]);
});
