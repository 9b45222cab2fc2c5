import { isGuid } from "../model/arm-id";
import type { Entry } from "../model/entry";
import { follow, type Model } from "../model/model";
import { providerConstraint } from "../model/provider-constraint";
import { quotedAddress } from "../model/quoted-address";
import { literalText, showValue, type Value } from "../model/value";
import { isFrom } from "../model/version-constraint";
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
      const levels = problem.isOfVersion ? levelsAt(model, entry) : {};
      const message =
        `group "${showValue(group)}" ${problem.is}; allowed is the object id of a group in Entra, ` +
        "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx; pass its object_id, or what az ad group show --query id says";
      return [{ entry, message, ...levels }];
    }),
};

interface Problem {
  readonly is: string;
  /** Whether older versions of azuread accept it. */
  readonly isOfVersion?: boolean;
}

/** Before azuread 3.0 the id of a group is its object id: an error says what certainly fails. */
function levelsAt(model: Model, { stack }: Entry): { level?: RuleLevel; rawLevel: RuleLevel } {
  const source = model.links.byPath.get(stack);
  const constraint = source && providerConstraint(source, "azuread");
  const isNewer = constraint !== undefined && isFrom(constraint, 3, 0);
  return { ...(isNewer ? {} : { level: "warning" }), rawLevel: "warning" };
}

function problemOf(model: Model, group: Value): Problem | undefined {
  if (group.kind === "reference" && /^(?:data\.)?azuread_group\./.test(group.address)) {
    if (group.attribute === "object_id") return undefined;
    if (group.attribute === "id")
      return { is: "is the id of a group, and not its object_id", isOfVersion: true };
  }
  const text = literalText(follow(model, group));
  return text === undefined || isGuid(text) || quotedAddress(text) ? undefined : { is: "is not a GUID" };
}
