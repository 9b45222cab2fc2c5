import { Group } from "@cdktf/provider-azuread/lib/group";
import { GroupMember } from "@cdktf/provider-azuread/lib/group-member";
import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import type { TerraformStack } from "cdktf";
import { PRINCIPAL } from "./parts";
import type { Theme } from "./small-stack";

function group(stack: TerraformStack, members?: string[]): Group {
  new AzureadProvider(stack, "azuread");
  return new Group(stack, "group", { displayName: "orders", securityEnabled: true, members });
}

function membership(
  stack: TerraformStack,
  id: string,
  groupObjectId: string,
  memberObjectId: string,
): GroupMember {
  return new GroupMember(stack, id, { groupObjectId, memberObjectId });
}

export const MEMBERSHIPS: Theme = {
  title: "Memberships of groups",
  file: "memberships.ts",
  stacks: [
    {
      title: "an identity becomes a member of a group",
      rules: ["information group-token-cache"],
      build: (stack, ours) => membership(stack, "member", group(stack).objectId, ours.principalId),
    },
    {
      title: "the group of a membership is its id, and not its object id",
      rules: ["information group-token-cache", "warning group-object-id"],
      terraform: 'fails at apply: expected "group_object_id" to be a valid UUID',
      build: (stack, ours) => membership(stack, "member", group(stack).id, ours.principalId),
    },
    {
      title: "the group of a membership is its name",
      rules: ["error group-object-id", "information group-token-cache"],
      terraform: 'fails at validate: expected "group_object_id" to be a valid UUID',
      build: (stack, ours) => {
        group(stack);
        membership(stack, "member", "orders", ours.principalId);
      },
    },
    {
      title: "an identity becomes a member of a group twice",
      rules: ["error duplicate-group-membership", "information group-token-cache"],
      terraform:
        "fails at apply: A resource with the ID ... already exists - to be managed via Terraform this ...",
      build: (stack, ours) => {
        const { objectId } = group(stack);
        const first = membership(stack, "member", objectId, ours.principalId);
        membership(stack, "again", objectId, ours.principalId).addOverride("depends_on", [
          `${first.terraformResourceType}.${first.friendlyUniqueId}`,
        ]);
      },
    },
    {
      title: "a group lists its members, and a membership adds one",
      rules: ["information group-token-cache", "warning group-members-conflict"],
      build: (stack, ours) =>
        membership(stack, "member", group(stack, [PRINCIPAL]).objectId, ours.principalId),
    },
  ],
};
