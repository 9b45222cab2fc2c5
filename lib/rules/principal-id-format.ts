import { isGuid } from "../model/arm-id";
import { follow } from "../model/model";
import { questionableUses } from "../model/principal-use";
import { quotedAddress } from "../model/quoted-address";
import { showValue } from "../model/value";
import type { Rule } from "./rule";

export const principalIdFormat: Rule = {
  id: "principal-id-format",
  title: "a principal id that is written out is a GUID",
  why:
    "azurerm does not look at it: Azure answers that there is no such principal, and azurerm retries for 30 minutes; " +
    "azuread refuses it at plan",
  source:
    "azurerm, azurerm_role_assignment (create retries PrincipalNotFound until its timeout); azuread, " +
    "azuread_group_member (member_object_id, IsUUID)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    questionableUses(model).flatMap(({ entry, principal }) => {
      const given = follow(model, principal);
      if (given?.kind !== "literal") return [];
      const text = String(given.value);
      if (isGuid(text) || quotedAddress(text)) return [];
      const message =
        `principal id "${showValue(given)}" is not a GUID; allowed is the object id of a principal in Entra, ` +
        "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx; pass the identity itself, or the object id";
      return [{ entry, message }];
    }),
};
