import { isGuid } from "../model/arm-id";
import type { Entry } from "../model/entry";
import type { FederatedCredential } from "../model/federated-credential";
import { identityPlace } from "../model/identity-place";
import { follow, type Model } from "../model/model";
import { providerConstraint } from "../model/provider-constraint";
import { subscriptionKey } from "../model/subscription";
import { literalText } from "../model/value";
import { isBelow, isFrom } from "../model/version-constraint";
import type { Rule } from "./rule";

export const misplacedFederatedCredential: Rule = {
  id: "misplaced-federated-credential",
  title: "a federated credential is in the resource group and the subscription of its identity",
  why:
    "azurerm below 4.60 takes the name of the identity from parent_id and looks for it in resource_group_name and the provider's " +
    "subscription: the apply ends with 404, or with the trust on another identity of that name",
  source: "azurerm, azurerm_federated_identity_credential (create, 4.55 and 4.60)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    model.federatedCredentials.flatMap((credential) => {
      const { entry } = credential;
      const part = partTaken(model, entry);
      if (part === "no") return [];
      const level = part === "maybe" ? { level: "warning" as const, rawLevel: "warning" as const } : {};
      return problemsOf(model, credential).map((message) => ({ entry, message, ...level }));
    }),
};

/** Whether azurerm takes no more than the name of what the id says: from 4.60 on, it takes the whole. */
function partTaken(model: Model, { stack, values }: Entry): "yes" | "no" | "maybe" {
  const { user_assigned_identity_id: whole } = values;
  if (whole !== undefined && whole !== null) return "no";
  const source = model.links.byPath.get(stack);
  const constraint = source && providerConstraint(source, "azurerm");
  if (constraint === undefined) return "maybe";
  if (isFrom(constraint, 4, 60)) return "no";
  return isBelow(constraint, 4, 60) ? "yes" : "maybe";
}

function problemsOf(model: Model, { entry, identityId, resourceGroupName }: FederatedCredential): string[] {
  const place = identityPlace(model, identityId);
  if (!place) return [];
  const group = literalText(follow(model, resourceGroupName));
  const subscription = subscriptionKey(model, entry);
  const isOtherGroup = group !== undefined && group.toLowerCase() !== place.resourceGroupName.toLowerCase();
  const isOtherSubscription =
    isGuid(subscription) && isGuid(place.subscription) && subscription !== place.subscription;
  return [
    ...(isOtherGroup
      ? [
          `resource_group_name "${group}" is not the group of identity "${place.name}"; allowed is ` +
            `"${place.resourceGroupName}"; write that, or let FederatedCredential take it from the identity`,
        ]
      : []),
    ...(isOtherSubscription
      ? [
          `the provider's subscription "${subscription}" is not that of identity "${place.name}"; allowed is ` +
            `"${place.subscription}"; pass an azurerm provider of that subscription`,
        ]
      : []),
  ];
}
