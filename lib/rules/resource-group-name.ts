import { RESOURCE_GROUP_NAME } from "../azure/name-rules";
import type { EntriesOfType } from "../model/entry";
import { groupBy } from "../model/group-by";
import { argument, type Model } from "../model/model";
import { showValue, type Value } from "../model/value";
import { nameMessage } from "./name-message";
import type { Rule, Violation } from "./rule";

export const resourceGroupName: Rule = {
  id: "resource-group-name",
  title: "a resource is placed in a group by the name of the group",
  why: "azurerm refuses anything else at validate; the id of a group that the app makes only when the group is there",
  source: "azurerm, commonschema.ResourceGroupName; Azure, Naming rules and restrictions for Azure resources",
  level: "error",
  rawLevel: "error",
  check: (model) => model.types.flatMap((ofType) => violationsOf(model, ofType)),
};

/** Thousands of resources are in a few groups: each of these is looked at once for a type. */
function violationsOf(model: Model, { type, entries }: EntriesOfType): Violation[] {
  if (!type.startsWith("azurerm_")) return [];
  const byGroup = groupBy(entries, ({ values }) => values.resource_group_name);
  return [...byGroup.values()].flatMap((inOne) => {
    const given = inOne[0] && argument(model, inOne[0], "resource_group_name");
    const message = given && problemOf(given);
    return message ? inOne.map((entry) => ({ entry, message })) : [];
  });
}

/** The name that the app gives a group is a matter of that group. */
function problemOf(given: Value): string | undefined {
  if (given.kind === "reference" && given.attribute === "id" && GROUP.test(given.address)) {
    return (
      `resource group name "${showValue(given)}" is the id of the group; allowed is its name; ` +
      "pass the name of the group, as of group.name"
    );
  }
  return nameMessage(RESOURCE_GROUP_NAME, "resource group name", given, "pass the name of the group");
}

const GROUP = /^(?:data\.)?azurerm_resource_group\./;
