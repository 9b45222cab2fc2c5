import { canonicalIdentityId, isGuid } from "../model/arm-id";
import type { Entry } from "../model/entry";
import { IDENTITY_TYPE } from "../model/identity";
import { entryOf, type Model } from "../model/model";
import { quotedAddress } from "../model/quoted-address";
import { literalText, showValue, type Value } from "../model/value";
import type { Rule, Violation } from "./rule";

const FORM =
  "/subscriptions/<guid>/resourceGroups/<group>/providers/Microsoft.ManagedIdentity/userAssignedIdentities/<name>";

export const identityId: Rule = {
  id: "identity-id",
  title: "what is attached or federated as a user-assigned identity is the resource id of one",
  why: "azurerm refuses anything else at plan: principal ids, client ids and names are the usual mix-up",
  source:
    "azurerm, identity block and azurerm_federated_identity_credential (ValidateUserAssignedIdentityID)",
  level: "error",
  rawLevel: "error",
  check: (model) => [
    ...model.hosts.flatMap(({ entry, identityIds = [] }) =>
      identityIds.flatMap((id) => violations(model, entry, id)),
    ),
    ...model.federatedCredentials.flatMap(({ entry, identityId: id }) =>
      id ? violations(model, entry, id) : [],
    ),
  ],
};

function violations(model: Model, entry: Entry, id: Value): Violation[] {
  // Azure itself, which azapi speaks to, ignores the case.
  if (entry.type.startsWith("azapi_") && canonicalIdentityId(literalText(id) ?? "")) return [];
  const problem = problemOf(model, id);
  if (!problem) return [];
  const message = `user-assigned identity "${showValue(id)}" ${problem}; allowed is ${FORM}; pass the identity or its id`;
  return [{ entry, message }];
}

function problemOf(model: Model, id: Value): string | undefined {
  if (id.kind === "reference") {
    const isIdentity = id.address.replace(/^data\./, "").startsWith(`${IDENTITY_TYPE}.`);
    if (isIdentity && id.attribute !== "id" && entryOf(model, id))
      return `is not the id but ${id.attribute ? `the ${id.attribute}` : "the whole resource"}`;
    return undefined;
  }
  const text = literalText(id);
  if (text === undefined || quotedAddress(text)) return undefined;
  const canonical = canonicalIdentityId(text);
  if (canonical === text) return undefined;
  if (canonical !== undefined) return `is not written as azurerm asks for, which is "${canonical}"`;
  return isGuid(text) ? "is a GUID, as principal ids and client ids are" : "is not the resource id of one";
}
