import { argument, entryOf, follow, type Model } from "./model";
import { rememberedIn } from "./remembered";
import { knownScope } from "./scope-chain";
import { literalStart, type Value } from "./value";

const DEFINITIONS = "/providers/Microsoft.Authorization/roleDefinitions/";
const IN_SUBSCRIPTION = /^\/subscriptions\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=\/|$)/i;
const MANAGEMENT_GROUP = /^\/providers\/Microsoft\.Management\/managementGroups\/[^/]*$/i;

/**
 * How the id of a role begins in what Azure reports for an assignment at a scope, as far as that is certain. With any
 * other beginning each plan replaces the assignment.
 */
export const reportedRoleIdStart = rememberedIn((model, scope: Value): string | undefined => {
  const known = knownScope(model, scope);
  const start = known ?? literalStart(follow(model, scope));
  const [subscription] = IN_SUBSCRIPTION.exec(start) ?? [];
  if (subscription) return subscription + DEFINITIONS;
  if (known === "/" || MANAGEMENT_GROUP.test(start)) return DEFINITIONS;
  return startOfReferenced(model, scope);
});

/** Of an id that only Azure knows, the type of the resource tells whether it lies in some subscription. */
function startOfReferenced(model: Model, scope: Value): string | undefined {
  if (scope.kind !== "reference" || scope.attribute !== "id") return undefined;
  const entry = entryOf(model, scope);
  if (entry?.type === "azurerm_management_group") return DEFINITIONS;
  const isGroup = entry?.type === "azurerm_resource_group";
  const isInGroup = entry?.type.startsWith("azurerm_") && argument(model, entry, "resource_group_name");
  const isSubscription = entry?.type === "azurerm_subscription" && entry.isData;
  return isGroup || isInGroup || isSubscription ? "/subscriptions/" : undefined;
}
