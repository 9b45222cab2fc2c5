import { parseArmId } from "../model/arm-id";
import { entryOf, follow, type Model } from "../model/model";
import { literalText, showValue, type Value } from "../model/value";
import { verificationsOf } from "../model/verification";
import type { Rule } from "./rule";

/** What Resource Manager itself keeps, in versions that the script knows. */
const KNOWN = /^azurerm_(?:resource_group|subscription|management_group)$/;

export const verifiedScope: Rule = {
  id: "verified-scope",
  title:
    "a scope that an identity is verified at is a group or a subscription, or comes with the version of its API",
  why: "a resource can be read in the versions of its own provider only: the check fails when the stack is applied",
  source: "Azure, Resource providers and types (API versions)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    verificationsOf(model).flatMap(({ entry, scope, apiVersion }) => {
      if (apiVersion || !isResource(model, scope)) return [];
      const message =
        `scope "${showValue(scope)}" is a resource, and how to read it is not said; allowed are groups and subscriptions, ` +
        "or a resource with the version of its API; set apiVersion, or check its resource group";
      return [{ entry, message }];
    }),
};

function isResource(model: Model, scope: Value): boolean {
  const text = literalText(follow(model, scope));
  if (text !== undefined) return parseArmId(text)?.type !== undefined;
  const entry = scope.kind === "reference" && scope.attribute === "id" ? entryOf(model, scope) : undefined;
  return entry !== undefined && /^azurerm_/.test(entry.type) && !KNOWN.test(entry.type);
}
