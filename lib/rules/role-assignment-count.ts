import type { Binding } from "../model/binding";
import { bindingsBy } from "../model/bindings-by";
import type { Entry } from "../model/entry";
import { groupBy } from "../model/group-by";
import { entryOf, type Model } from "../model/model";
import { knownScope } from "../model/scope-chain";
import { subscriptionKey } from "../model/subscription";
import type { Value } from "../model/value";
import type { Rule } from "./rule";

/** From here on it is worth a warning, as others give roles there too. */
const MANY = 500;

/** Source: Azure, Azure RBAC limits. */
const LIMITS = { subscription: 4000, "management group": 500 } as const;

export const roleAssignmentCount: Rule = {
  id: "role-assignment-count",
  title: "an app leaves room among the role assignments that Azure allows",
  why: "a subscription holds 4,000 and a management group 500, and no support request raises that",
  source: "Azure, Azure RBAC limits; Azure, Troubleshoot Azure RBAC limits",
  level: "warning",
  rawLevel: "warning",
  check: (model) => {
    // Nearly all apps end here, and spare their scopes a closer look.
    if (sumOf(model.bindings) < MANY) return [];
    const placed = bindingsBy(model, "scope").flatMap(({ value, bindings }) => {
      const place = placeOf(model, value);
      return place ? [{ place, bindings }] : [];
    });
    return [...groupBy(placed, ({ place }) => `${place.kind}|${place.key}`).values()].flatMap((group) => {
      const total = sumOf(group.flatMap(({ bindings }) => bindings));
      const { place, bindings: [first] = [] } = group[0] ?? {};
      if (!place || !first || total < MANY) return [];
      const limit = LIMITS[place.kind];
      const message =
        `${total} role assignments of this app are in one ${place.kind}; allowed are ${limit}, with those that ` +
        "others make; share one user-assigned identity among machines that do the same, bind at a wider scope, or " +
        "bind roles to groups";
      return [{ entry: first.entry, message, ...(total > limit ? CERTAIN : {}) }];
    });
  },
};

const CERTAIN = { level: "error", rawLevel: "error" } as const;

interface Place {
  readonly kind: keyof typeof LIMITS;
  readonly key: string;
}

/** What an assignment counts for: one at a management group is not one of any subscription. */
function placeOf(model: Model, scope: Value): Place | undefined {
  const known = knownScope(model, scope);
  if (known !== undefined) {
    const [, group, subscription] = PLACE.exec(known) ?? [];
    if (group) return { kind: "management group", key: group };
    return subscription ? { kind: "subscription", key: subscription } : undefined;
  }
  const entry = scope.kind === "reference" ? entryOf(model, scope) : undefined;
  if (!entry?.type.startsWith("azurerm_")) return undefined;
  if (entry.type === "azurerm_management_group") return { kind: "management group", key: entry.path };
  return entry.type === "azurerm_subscription"
    ? undefined
    : { kind: "subscription", key: subscriptionKey(model, entry) };
}

const PLACE = /^\/providers\/microsoft\.management\/managementgroups\/([^/]+)$|^\/subscriptions\/([^/]+)/;

function sumOf(bindings: readonly Binding[]): number {
  return bindings.reduce((sum, { entry }) => sum + countOf(entry), 0);
}

/** How many a binding makes, where the program says it; one of many that nobody can count is at least none. */
function countOf({ repeated, values }: Entry): number {
  if (!repeated) return 1;
  return typeof values.count === "number" ? values.count : 0;
}
