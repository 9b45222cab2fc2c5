import { ignoresChanges } from "../model/entry";
import { entryOf } from "../model/model";
import type { Rule } from "./rule";

export const groupMembersConflict: Rule = {
  id: "group-members-conflict",
  title: "the members of a group are in the group itself or in memberships, not in both",
  why: "the group takes away who is not in its list, and the membership puts them back: each apply undoes the other",
  source: "azuread, azuread_group_member and azuread_group (members)",
  level: "warning",
  rawLevel: "warning",
  check: (model) =>
    model.groupMemberships.flatMap(({ entry, group }) => {
      const made = group?.kind === "reference" ? entryOf(model, group) : undefined;
      if (!made || made.isData || made.type !== "azuread_group") return [];
      if ((made.values.members ?? null) === null || ignoresChanges(made, "members")) return [];
      const message =
        `group ${made.path} lists its members itself; allowed are a list in the group or memberships beside it; ` +
        "remove members from the group, or add the identity to that list";
      return [{ entry, message }];
    }),
};
