import { parseArmId } from "../model/arm-id";
import { bindingsBy } from "../model/bindings-by";
import { IDENTITY_TYPE } from "../model/identity";
import { entryOf, follow, type Model } from "../model/model";
import { literalText, showValue, type Value } from "../model/value";
import type { Rule } from "./rule";

export const delegatedIdentity: Rule = {
  id: "delegated-identity",
  title: "the delegated identity of a role assignment is the resource id of what has the identity",
  why: "azurerm refuses anything but a resource id at plan; Azure looks for the identity there",
  source: "azurerm, azurerm_role_assignment (delegated_managed_identity_resource_id, ValidateResourceID)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    bindingsBy(model, "delegated_managed_identity_resource_id").flatMap(({ value, bindings }) => {
      const given = follow(model, value);
      const problem = given && problemOf(model, given);
      if (!given || !problem) return [];
      const message =
        `delegated managed identity "${showValue(given)}" ${problem}; allowed is the resource id of a user-assigned ` +
        "identity, or of a resource with a system-assigned one; pass that id";
      return bindings.map(({ entry }) => ({ entry, message }));
    }),
};

function problemOf(model: Model, given: Value): string | undefined {
  if (given.kind === "reference") {
    const isIdentity = entryOf(model, given)?.type === IDENTITY_TYPE;
    return isIdentity && given.attribute !== "id" ? `is not the id but the ${given.attribute}` : undefined;
  }
  const text = literalText(given);
  // A policy assignment at a management group has an identity too, and its id lies in no subscription.
  if (text === undefined || text.toLowerCase().startsWith("/providers/")) return undefined;
  const id = parseArmId(text);
  if (!id) return "is no resource id";
  return id.type ? undefined : "is the id of a scope, which has no identity";
}
