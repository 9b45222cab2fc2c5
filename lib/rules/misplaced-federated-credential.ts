import { isGuid } from "../model/arm-id";
import type { FederatedCredential } from "../model/federated-credential";
import { identityPlace } from "../model/identity-place";
import { follow, type Model } from "../model/model";
import { subscriptionKey } from "../model/subscription";
import { literalText } from "../model/value";
import type { Rule } from "./rule";

export const misplacedFederatedCredential: Rule = {
  id: "misplaced-federated-credential",
  title: "a federated credential is in the resource group and the subscription of its identity",
  why:
    "azurerm takes the name of the identity from parent_id and looks for it in resource_group_name and the provider's " +
    "subscription: the apply ends with 404, or with the trust on another identity of that name",
  source: "azurerm, azurerm_federated_identity_credential (create, 4.55)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    model.federatedCredentials.flatMap((credential) =>
      problemsOf(model, credential).map((message) => ({ entry: credential.entry, message })),
    ),
};

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
