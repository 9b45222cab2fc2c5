import { BINDING_TYPE } from "../model/binding";
import { dependsOn, pathTo } from "../model/dependencies";
import type { Entry } from "../model/entry";
import { LOCK_TYPE } from "../model/lock";
import { entryAt, type Model } from "../model/model";
import type { Rule } from "./rule";

export const circularOrder: Rule = {
  id: "circular-order",
  title: "nothing waits for a role binding that waits for it",
  why: "Terraform refuses a cycle at plan, and names addresses without saying which of them is the one too many",
  source: "Terraform, Resource Graph (validating the graph: no cycles)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    model.entries.flatMap((entry) =>
      awaited(model, entry).flatMap((other) => {
        const path = pathTo(model, other, entry);
        if (!path) return [];
        const way = [entry, ...path].map((step) => step.path).join(" -> ");
        const message =
          `${entry.path} waits for ${other.path}, which waits for it (${way}); allowed is one direction; take it out of ` +
          "applyBefore or depends_on, or bind the role to a user-assigned identity, which is there before";
        return [{ entry, message }];
      }),
    ),
};

const ORDERED = new Set([BINDING_TYPE, LOCK_TYPE, "time_sleep"]);

/** What an entry names in its `depends_on` of what has to do with bindings. */
function awaited(model: Model, entry: Entry): Entry[] {
  if (entry.values.depends_on === undefined) return [];
  return dependsOn(entry).flatMap((address) => {
    const other = entryAt(model, entry.stack, address);
    return other && ORDERED.has(other.type) ? [other] : [];
  });
}
