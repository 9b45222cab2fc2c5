import { BINDING_TYPE } from "../model/binding";
import { dependsOn, pathTo } from "../model/dependencies";
import { dependencyCycles } from "../model/dependency-cycles";
import type { Entry } from "../model/entry";
import { LOCK_TYPE } from "../model/lock";
import { entryAt, type Model } from "../model/model";
import { RUN_COMMAND_TYPE } from "../model/verification";
import type { Rule } from "./rule";

export const circularOrder: Rule = {
  id: "circular-order",
  title: "nothing waits for a role binding that waits for it",
  why: "Terraform refuses a cycle at plan, and names addresses without saying which of them is the one too many",
  source: "Terraform, Resource Graph (validating the graph: no cycles)",
  level: "error",
  rawLevel: "error",
  check: (model) => {
    const waits = model.entries
      .filter(({ values }) => values.depends_on !== undefined)
      .flatMap((entry) => awaited(model, entry).map((other) => ({ entry, other })));
    const cycles = dependencyCycles(
      model,
      waits.map(({ entry }) => entry),
    );
    return waits.flatMap(({ entry, other }) => {
      const cycle = cycles.get(entry);
      if (cycles.get(other) !== cycle) return [];
      const path = pathTo(model, other, entry, (step) => cycles.get(step) === cycle) ?? [];
      const way = [entry, ...path].map((step) => step.path).join(" -> ");
      const message =
        `${entry.path} waits for ${other.path}, which waits for it (${way}); allowed is one direction; ` +
        fix(entry, other);
      return [{ entry, message }];
    });
  },
};

/** The check of an identity has no `depends_on` of its own to look for: its props say what it waits for. */
function fix({ own, type }: Entry, other: Entry): string {
  return own && type === RUN_COMMAND_TYPE
    ? `give the verification bindings without ${other.path}, and take it out of dependsOn`
    : "take it out of applyBefore or depends_on, or bind the role to a user-assigned identity, which is there before";
}

const ORDERED = new Set([BINDING_TYPE, LOCK_TYPE, "time_sleep"]);

/** What an entry names in its `depends_on` of what has to do with bindings. */
function awaited(model: Model, entry: Entry): Entry[] {
  return dependsOn(entry).flatMap((address) => {
    const other = entryAt(model, entry.stack, address);
    return other && ORDERED.has(other.type) ? [other] : [];
  });
}
