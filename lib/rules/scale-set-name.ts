import { SCALE_SET_NAME } from "../azure/name-rules";
import { SCALE_SET_TYPES } from "../model/host";
import { argument, follow } from "../model/model";
import { resourcesOf } from "../model/resources-of";
import { nameMessage } from "./name-message";
import { nameProblems } from "./name-problems";
import type { Rule, Violation } from "./rule";

/** What azurerm takes; Azure documents less. */
const AZURERM_LIMIT = 80;

export const scaleSetName: Rule = {
  id: "scale-set-name",
  title: "the name of a scale set is one that azurerm and Azure accept",
  why: "azurerm takes 80 characters, Azure documents 64: what lies between passes the plan",
  source: SCALE_SET_NAME.source,
  level: "error",
  rawLevel: "error",
  check: (model) =>
    resourcesOf(model, (type) => SCALE_SET_TYPES.has(type)).flatMap((entry): Violation[] => {
      const name = follow(model, argument(model, entry, "name"));
      const message = nameMessage(SCALE_SET_NAME, "scale set name", name, "change the name");
      if (!name || !message) return [];
      const isTakenByAzurerm = nameProblems({ ...SCALE_SET_NAME, max: AZURERM_LIMIT }, name).length === 0;
      return [isTakenByAzurerm ? { entry, message, rawLevel: "warning" } : { entry, message }];
    }),
};
