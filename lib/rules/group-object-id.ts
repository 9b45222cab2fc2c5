import { isGuid } from "../model/arm-id";
import { follow, type Model } from "../model/model";
import { quotedAddress } from "../model/quoted-address";
import { literalText, showValue, type Value } from "../model/value";
import type { RuleLevel } from "./finding";
import type { Rule } from "./rule";

export const groupObjectId: Rule = {
  id: "group-object-id",
  title: "the group of a membership is given by its object id",
  why:
    "azuread refuses a name at plan, and at apply the id of an azuread_group, which newer versions of azuread write as " +
    "/groups/<object id>",
  source: "azuread, azuread_group_member (group_object_id, IsUUID) and azuread_group (object_id)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    model.groupMemberships.flatMap(({ entry, group }) => {
      const problem = group && problemOf(model, group);
      if (!problem) return [];
      const message =
        `group "${showValue(group)}" ${problem.is}; allowed is the object id of a group in Entra, ` +
        "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx; pass its object_id, or what az ad group show --query id says";
      return [{ entry, message, ...(problem.rawLevel ? { rawLevel: problem.rawLevel } : {}) }];
    }),
};

interface Problem {
  readonly is: string;
  readonly rawLevel?: RuleLevel;
}

function problemOf(model: Model, group: Value): Problem | undefined {
  if (group.kind === "reference" && /^(?:data\.)?azuread_group\./.test(group.address)) {
    if (group.attribute === "object_id") return undefined;
    // In older versions of azuread the id of a group is its object id, and a raw resource may be on one of them.
    if (group.attribute === "id")
      return { is: "is the id of a group, and not its object_id", rawLevel: "warning" };
  }
  const text = literalText(follow(model, group));
  return text === undefined || isGuid(text) || quotedAddress(text) ? undefined : { is: "is not a GUID" };
}
