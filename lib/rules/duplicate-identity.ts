import { ignoresChanges } from "../model/entry";
import { groupBy } from "../model/group-by";
import { showValue, valueKey } from "../model/value";
import type { Rule } from "./rule";

export const duplicateIdentity: Rule = {
  id: "duplicate-identity",
  title: "each user-assigned identity is attached once",
  why: "Azure keeps one of the two, so that a list which differs in case alone shows a change on every plan",
  source: "azurerm, identity block (identity_ids is a set); Azure Resource Manager (ids ignore case)",
  level: "error",
  rawLevel: "warning",
  check: (model) =>
    model.hosts.flatMap(({ entry, identityIds = [] }) =>
      [...groupBy(identityIds, valueKey).values()]
        .filter((same) => same.length > 1 && !ignoresChanges(entry, "identity"))
        .map((same) => {
          const [first, ...spellings] = new Set(same.map(showValue));
          const other = spellings.map((text) => `, also written "${text}"`).join("");
          const message =
            `user-assigned identity "${first}" is attached ${same.length} times${other}; allowed is once; ` +
            "remove the others";
          return { entry, message };
        }),
    ),
};
