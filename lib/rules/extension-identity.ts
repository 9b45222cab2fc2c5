import { neededIdentity } from "../azure/extension-identities";
import { type Entry, ignoresChanges } from "../model/entry";
import { type Host, VIRTUAL_MACHINE_TYPES } from "../model/host";
import { argument, entryOf, type Model, statedText } from "../model/model";
import { resourcesOf } from "../model/resources-of";
import type { Rule } from "./rule";

export const extensionIdentity: Rule = {
  id: "extension-identity",
  title: "a virtual machine has the identity that its extensions sign in as",
  why:
    "Entra login, the Azure Monitor agent and machine configuration get their tokens as the machine: without an " +
    "identity some of them fail to install, others install and do nothing",
  source:
    "Azure, Sign in to a virtual machine by using Microsoft Entra ID; Azure Monitor agent requirements; Azure machine " +
    "configuration prerequisites",
  level: "error",
  rawLevel: "warning",
  check: (model) => {
    const hosts = new Map(model.hosts.map((host) => [host.entry, host]));
    return resourcesOf(model, (type) => type === "azurerm_virtual_machine_extension").flatMap((entry) => {
      const text = (name: string) => statedText(model, entry, name) ?? "";
      const needed = neededIdentity(text("publisher"), text("type"));
      const machine = needed && machineOf(model, entry);
      if (!machine || ignoresChanges(machine, "identity")) return [];
      const isSystem = needed === "system-assigned";
      const missing = isSystem ? hasNoSystemIdentity(hosts.get(machine)) : !hosts.has(machine);
      if (!missing) return [];
      const message =
        `extension ${text("type")} signs in as ${isSystem ? "the system-assigned identity" : "an identity"} of ` +
        `${machine.path}, which has none; allowed is a machine with ${isSystem ? "one" : "any identity"}; make it a ` +
        "VmWithSystemIdentity (raw: add SystemAssigned to the type of its identity block)" +
        `${isSystem ? "" : ", or attach a user-assigned identity"}`;
      return [{ entry, message }];
    });
  },
};

function machineOf(model: Model, extension: Entry): Entry | undefined {
  const id = argument(model, extension, "virtual_machine_id");
  const machine = id?.kind === "reference" && id.attribute === "id" ? entryOf(model, id) : undefined;
  return machine && VIRTUAL_MACHINE_TYPES.has(machine.type) ? machine : undefined;
}

function hasNoSystemIdentity(host: Host | undefined): boolean {
  return host === undefined || host.hasSystemIdentity === false;
}
