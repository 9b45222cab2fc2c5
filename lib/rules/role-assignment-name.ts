import { isGuid } from "../model/arm-id";
import { bindingsBy } from "../model/bindings-by";
import { follow } from "../model/model";
import { showValue } from "../model/value";
import type { Rule } from "./rule";

export const roleAssignmentName: Rule = {
  id: "role-assignment-name",
  title: "the name of a role assignment is a GUID",
  why: "azurerm refuses any other name at plan",
  source: "azurerm, azurerm_role_assignment (name, IsUUID)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    bindingsBy(model, "name").flatMap(({ value, bindings }) => {
      const name = follow(model, value);
      if (name?.kind !== "literal" || isGuid(String(name.value))) return [];
      const message =
        `role assignment name "${showValue(name)}" is not a GUID; allowed is xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx; ` +
        "leave it out, and azurerm chooses one; what the role is for goes into description";
      return bindings.map(({ entry }) => ({ entry, message }));
    }),
};
