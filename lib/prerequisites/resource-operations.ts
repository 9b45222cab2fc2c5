import { type OperationRow, operationRows } from "../azure/operation-rows";
import type { Binding } from "../model/binding";
import type { Entry } from "../model/entry";
import type { Model } from "../model/model";
import { remembered } from "../model/remembered";
import { certaintyOf } from "./certainty";
import type { Operation } from "./operation";
import type { Place } from "./place";
import { placeholder } from "./placeholder";
import { providerBlock } from "./provider-block";
import { placesOfRow } from "./row-places";
import { whyOf } from "./why";

/** What azurerm asks of Azure for one entry; `undefined` where it is not known for its type. */
export function resourceOperations(model: Model, entry: Entry): Operation[] | undefined {
  const rows = rowsOf(entry);
  if (!rows) return undefined;
  const provider = providerBlock(model, entry.stack, entry.values.provider);
  const binding = bindingsOf(model).get(entry);
  const operations: Operation[] = [];
  for (const row of rows) {
    const sure = certaintyOf(model, entry, row, provider);
    const places = sure && placesOfRow(model, entry, row);
    if (!sure || (!places && sure.certainty === "tolerated")) continue;
    const { certainty, when } = places ? sure : unknownLink(row, sure);
    for (const place of places ?? [unknownPlace(entry, row)]) {
      operations.push({
        subject: entry,
        phase: row.phase,
        action: imageAction(row.action, place),
        isData: false,
        place,
        certainty,
        why: whyOf(row),
        when,
        binding,
      });
    }
  }
  return operations;
}

/** A data source reads what the resource of its type is. */
function rowsOf({ type, isData }: Entry): readonly OperationRow[] | undefined {
  const rows = operationRows(type) ?? LOOKUPS[type];
  if (!isData) return operationRows(type);
  return rows?.filter(({ phase }) => phase === "read").slice(0, 1);
}

const read = (action: string, scope: string, need: OperationRow["need"] = "always"): OperationRow[] => [
  { phase: "read", need, action, scope },
];

/** Data sources of types that are not made, or are made by another name. */
const LOOKUPS: Readonly<Record<string, readonly OperationRow[]>> = {
  azurerm_client_config: [],
  azurerm_virtual_machine: read("Microsoft.Compute/virtualMachines/read", "self"),
  azurerm_virtual_machine_scale_set: read("Microsoft.Compute/virtualMachineScaleSets/read", "self"),
  azurerm_subscription: read("Microsoft.Resources/subscriptions/read", "subscription", "uncertain"),
};

const bindingsOf = remembered(
  ({ bindings }: Model): ReadonlyMap<Entry, Binding> =>
    new Map(bindings.map((binding) => [binding.entry, binding])),
);

function unknownLink({ scope }: OperationRow, certainty: Pick<Operation, "certainty" | "when">) {
  const argument = scope.slice("linked:".length);
  return certainty.certainty === "always"
    ? ({ certainty: "conditional", when: `${argument} names any` } as const)
    : certainty;
}

function unknownPlace({ stack, address }: Entry, { scope }: OperationRow): Place {
  return [placeholder(stack, `${scope.slice("linked:".length)} of ${address}`)];
}

/** A managed image is another resource than a version of a gallery's. */
function imageAction(action: string, place: Place): string {
  const isImage =
    place.at(-2)?.toLowerCase() === "images" && place.at(-3)?.toLowerCase() === "microsoft.compute";
  const isRead = action === "Microsoft.Compute/galleries/images/versions/read";
  return isRead && isImage ? "Microsoft.Compute/images/read" : action;
}
