import { ignoresChanges, isAbsent } from "../model/entry";
import { entryOf } from "../model/model";
import { showValue } from "../model/value";
import type { Rule } from "./rule";

export const missingSystemIdentity: Rule = {
  id: "missing-system-identity",
  title: "a role is bound to the system-assigned identity of a resource that has one",
  why: "without it the principal id is empty: the plan fails, or the apply with a missing principal_id",
  source: "azurerm, identity block (principal_id is set for SystemAssigned only)",
  level: "error",
  rawLevel: "error",
  check: (model) => {
    const hosts = new Map(model.hosts.map((host) => [host.entry, host]));
    return model.bindings.flatMap(({ entry, principal }) => {
      if (principal?.kind !== "reference" || !/^identity\[0\]\.principal_id$/.test(principal.attribute))
        return [];
      const target = entryOf(model, principal);
      if (!target || target.isData || !target.type.startsWith("azurerm_")) return [];
      if (isAbsent(target) || ignoresChanges(target, "identity")) return [];
      const host = hosts.get(target);
      if (host && host.hasSystemIdentity !== false) return [];
      const message =
        `principal "${showValue(principal)}" is the system-assigned identity of ${target.path}, which has none; ` +
        "allowed is a resource with one; make the machine a VmWithSystemIdentity (raw: add SystemAssigned to the " +
        "type of its identity block), or bind a user-assigned identity";
      return [{ entry, message }];
    });
  },
};
