import { type Entry, ignoresChanges } from "../model/entry";
import { VIRTUAL_MACHINE_TYPES } from "../model/host";
import { machineRequests } from "../model/machine-request";
import { argument, entryOf, type Model } from "../model/model";
import type { Rule } from "./rule";

export const ownedMachineIdentity: Rule = {
  id: "owned-machine-identity",
  title: "azapi attaches identities to a machine only where the resource of the machine leaves them alone",
  why: "azurerm writes all identities of its machine: each apply takes away what azapi attached, and the other way round",
  source:
    "azurerm, virtual machine update (identity is written as a whole); Terraform, lifecycle (ignore_changes)",
  level: "error",
  rawLevel: "warning",
  check: (model) =>
    machineRequests(model).flatMap((entry) => {
      const machine = machineOf(model, entry);
      if (!machine || ignoresChanges(machine, "identity")) return [];
      const message =
        `identities are attached to ${machine.path}, whose resource is of this app and writes them as a whole; allowed is ` +
        "a machine of others, or one that ignores changes of its identity; give the identities to the machine itself, or " +
        'set lifecycle: { ignoreChanges: ["identity"] } on it';
      return [{ entry, message }];
    }),
};

function machineOf(model: Model, entry: Entry): Entry | undefined {
  const id = argument(model, entry, "resource_id");
  const machine = id?.kind === "reference" && id.attribute === "id" ? entryOf(model, id) : undefined;
  return machine && !machine.isData && VIRTUAL_MACHINE_TYPES.has(machine.type) ? machine : undefined;
}
