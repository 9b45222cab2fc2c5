import { AZAPI_PRINCIPAL } from "../model/azapi-host";
import { type Entry, ignoresChanges, isAbsent } from "../model/entry";
import { ORCHESTRATED_SCALE_SET_TYPE, SCALE_SET_TYPES, VIRTUAL_MACHINE_TYPES } from "../model/host";
import { entryOf } from "../model/model";
import { knownPrincipal, SYSTEM_PRINCIPAL } from "../model/principal";
import { questionableUses } from "../model/principal-use";
import { type Reference, showValue, type Value } from "../model/value";
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
    return questionableUses(model).flatMap(({ entry, principal }) => {
      const known = principal && knownPrincipal(model, principal);
      if (known?.kind !== "reference" || !isSystemPrincipal(known)) return [];
      const target = entryOf(model, known);
      if (!target || target.isData || isAbsent(target) || ignoresChanges(target, "identity")) return [];
      const host = hosts.get(target);
      // What azapi does not speak of may be on all the same.
      if (host ? host.hasSystemIdentity !== false : target.type.startsWith("azapi_")) return [];
      const message =
        `principal "${showValue(principal as Value)}" is the system-assigned identity of ${target.path}, which has none; ` +
        `allowed is a resource with one; ${fixFor(target)}, or bind a user-assigned identity`;
      return [{ entry, message }];
    });
  },
};

function isSystemPrincipal({ address, attribute }: Reference): boolean {
  if (address.startsWith("azapi_")) return AZAPI_PRINCIPAL.test(attribute);
  return address.startsWith("azurerm_") && attribute === SYSTEM_PRINCIPAL;
}

function fixFor({ type }: Entry): string {
  const fix = "add SystemAssigned to the type of its identity block";
  if (type === "azapi_resource") return fix;
  if (type.startsWith("azapi_"))
    return "use VirtualMachineSystemIdentity (raw: add SystemAssigned to identity.type)";
  if (type === ORCHESTRATED_SCALE_SET_TYPE) return "make it a ScaleSetWithSystemIdentity, another resource";
  if (VIRTUAL_MACHINE_TYPES.has(type)) return `make the machine a VmWithSystemIdentity (raw: ${fix})`;
  return SCALE_SET_TYPES.has(type) ? `make it a ScaleSetWithSystemIdentity (raw: ${fix})` : fix;
}
