import { RESOURCE_NAMES } from "../azure/name-rules";
import { argument, follow } from "../model/model";
import { resourcesOf } from "../model/resources-of";
import { nameMessage } from "./name-message";
import type { Rule } from "./rule";

export const resourceName: Rule = {
  id: "resource-name",
  title:
    "groups, networks, disks, vaults, storage accounts, locks and federated credentials have names that Azure and " +
    "azurerm accept",
  why: "azurerm looks at few of these names: most bad ones pass the plan and fail at apply",
  source: "Azure, Naming rules and restrictions for Azure resources; azurerm, where it is stricter",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    resourcesOf(model, (type) => Object.hasOwn(RESOURCE_NAMES, type)).flatMap((entry) => {
      const named = RESOURCE_NAMES[entry.type];
      if (!named) return [];
      const name = follow(model, argument(model, entry, "name"));
      const message = nameMessage(
        named.rule,
        `${named.noun} name`,
        name,
        FIX[entry.type] ?? "change the name",
      );
      return message ? [{ entry, message }] : [];
    }),
};

/** Where a construct of this library takes the name from its id. */
const FIX: Readonly<Record<string, string>> = {
  azurerm_federated_identity_credential: "change the name, by default the id of the construct",
};
