import type { Entry } from "./entry";
import { argument, entryOf, type Model } from "./model";
import { remembered } from "./remembered";
import { resourcesOf } from "./resources-of";

const ON_MACHINE = /^azurerm_(?:virtual_machine_\w*(?:extension|run_command)|policy_virtual_machine_\w+)$/;

/**
 * Whether an extension, a run command or a configuration runs on a machine or scale set: each may use the identities of
 * its machine, in a way of its own.
 */
export function isExtended(model: Model, machine: Entry): boolean {
  return machine.values.extension !== undefined || extended(model).has(machine);
}

const extended = remembered(
  (model: Model): ReadonlySet<Entry | undefined> =>
    new Set(
      resourcesOf(model, (type) => ON_MACHINE.test(type))
        .flatMap((entry) =>
          ["virtual_machine_id", "virtual_machine_scale_set_id"].map((of) => [entry, of] as const),
        )
        .map(([entry, name]) => {
          const id = argument(model, entry, name);
          return id?.kind === "reference" ? entryOf(model, id) : undefined;
        }),
    ),
);
