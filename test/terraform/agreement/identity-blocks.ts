import { UserAssignedIdentity } from "cdktf-azure-identity";
import { PLACE, PRINCIPAL, rawVm, SHARED_IDENTITY_ID } from "./parts";
import { IN_AZURE } from "./reasons";
import type { Theme } from "./small-stack";

export const IDENTITY_BLOCKS: Theme = {
  title: "Identities of machines",
  file: "identity-blocks.ts",
  stacks: [
    {
      title: "a machine has a user-assigned identity by its id",
      build: (stack, ours) =>
        rawVm(stack, "vm", { identity: { type: "UserAssigned", identityIds: [ours.id] } }),
    },
    {
      title: "a machine has both kinds of identity",
      build: (stack, ours) =>
        rawVm(stack, "vm", { identity: { type: "SystemAssigned, UserAssigned", identityIds: [ours.id] } }),
    },
    {
      title: "the id of an attached identity is the text of its address",
      rules: ["error quoted-reference"],
      terraform:
        'fails at validate: parsing the UserAssignedIdentity ID of "identity.0.identity_ids": the form of ...',
      build: (stack) =>
        rawVm(stack, "vm", {
          identity: { type: "UserAssigned", identityIds: ["azurerm_user_assigned_identity.ours.id"] },
        }),
    },
    {
      title: "the principal id of an identity is attached",
      rules: ["error identity-id"],
      terraform:
        'fails at apply: parsing the UserAssignedIdentity ID of "identity.0.identity_ids": the form of ...',
      build: (stack, ours) =>
        rawVm(stack, "vm", { identity: { type: "UserAssigned", identityIds: [ours.principalId] } }),
    },
    {
      title: "a GUID that is written out is attached",
      rules: ["error identity-id"],
      terraform:
        'fails at validate: parsing the UserAssignedIdentity ID of "identity.0.identity_ids": the form of ...',
      build: (stack) => rawVm(stack, "vm", { identity: { type: "UserAssigned", identityIds: [PRINCIPAL] } }),
    },
    {
      title: "the id of an attached identity is written with resourcegroups in small letters",
      rules: ["error identity-id"],
      terraform:
        'fails at validate: parsing the UserAssignedIdentity ID of "identity.0.identity_ids": the case of ...',
      build: (stack) =>
        rawVm(stack, "vm", {
          identity: {
            type: "UserAssigned",
            identityIds: [SHARED_IDENTITY_ID.replace("resourceGroups", "resourcegroups")],
          },
        }),
    },
    {
      title: "an identity is attached twice, in the same spelling",
      rules: ["warning duplicate-identity"],
      build: (stack, ours) =>
        rawVm(stack, "vm", { identity: { type: "UserAssigned", identityIds: [ours.id, ours.id] } }),
    },
    {
      title: "an identity is attached twice, in two spellings of its name",
      rules: ["warning duplicate-identity"],
      terraform: "changes azurerm_linux_virtual_machine.vm",
      build: (stack) =>
        rawVm(stack, "vm", {
          identity: {
            type: "UserAssigned",
            identityIds: [SHARED_IDENTITY_ID, SHARED_IDENTITY_ID.replace("id-shared", "ID-Shared")],
          },
        }),
    },
    {
      title: "an identity that does not exist is looked up",
      terraform: "fails at plan: User Assigned Identity ... was not found",
      reason: IN_AZURE,
      build: (stack) => {
        const { resourceGroupName } = PLACE;
        const missing = UserAssignedIdentity.fromName(stack, "missing", {
          name: "id-none",
          resourceGroupName,
        });
        rawVm(stack, "vm", { identity: { type: "UserAssigned", identityIds: [missing.id] } });
      },
    },
    {
      title: "an identity that exists is imported by its id",
      build: (stack) => {
        const shared = UserAssignedIdentity.fromId(stack, "shared", SHARED_IDENTITY_ID);
        rawVm(stack, "vm", { identity: { type: "UserAssigned", identityIds: [shared.id] } });
      },
    },
  ],
};
