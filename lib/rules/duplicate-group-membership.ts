import { groupBy } from "../model/group-by";
import { follow } from "../model/model";
import { knownPrincipal } from "../model/principal";
import { valueKey } from "../model/value";
import type { Rule } from "./rule";

export const duplicateGroupMembership: Rule = {
  id: "duplicate-group-membership",
  title: "an identity becomes a member of a group once",
  why: "azuread refuses the second one at apply: it exists, and would have to be imported",
  source: "azuread, azuread_group_member (create lists the members of the group)",
  level: "error",
  rawLevel: "error",
  check: (model) => {
    const known = model.groupMemberships.flatMap(({ entry, group, member }) => {
      const [of, who] = [follow(model, group), member && follow(model, knownPrincipal(model, member))];
      return of && who && !entry.repeated ? [{ entry, key: `${valueKey(of)}|${valueKey(who)}` }] : [];
    });
    return [...groupBy(known, ({ key }) => key).values()].flatMap(([first, ...others]) =>
      others.map(({ entry }) => ({
        entry,
        message: `the same membership is made by ${first?.entry.path} too; allowed is once; remove one of the two`,
      })),
    );
  },
};
