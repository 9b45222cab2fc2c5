import { bindingsBy } from "../model/bindings-by";
import { follow } from "../model/model";
import { literalText } from "../model/value";
import type { Rule } from "./rule";

export const conditionVersion: Rule = {
  id: "condition-version",
  title: "conditions of role assignments are written in version 2.0 of the language",
  why: "Azure documents 2.0 as the only version that it supports; azurerm still passes 1.0 on",
  source: "Azure, Understand Azure role assignments (conditionVersion)",
  level: "warning",
  rawLevel: "warning",
  check: (model) =>
    bindingsBy(model, "condition_version").flatMap(({ value, bindings }) => {
      if (literalText(follow(model, value)) !== "1.0") return [];
      const message =
        'condition version "1.0" is one that Azure does not document any more; allowed is "2.0"; set condition_version ' +
        "to that, and see that the condition is written for it";
      return bindings.filter(({ condition }) => condition).map(({ entry }) => ({ entry, message }));
    }),
};
