import { armTypeOf } from "../azure/arm-types";
import { type OperationRow, operationRows } from "../azure/operation-rows";
import type { EntriesOfType } from "../model/entry";
import { canBeRuledOut, isNeverAsked } from "./ruled-out";

/** Rows of a type, with one of these scopes each: `self`, `resourceGroup`, `subscription`, `osDisk` and `linked:...`. */
export interface ScopedRows {
  readonly type: string;
  readonly rows: readonly OperationRow[];
  /** What `linked:` scopes are named by. */
  readonly links: readonly Link[];
  /** Those that arguments of a resource may rule out. */
  readonly excludable: readonly OperationRow[];
}

/** What names other resources: an argument, or an association. */
export interface Link {
  readonly scope: string;
  readonly name: string;
  readonly path: readonly string[];
  /** The argument without which it names none; an association needs none. */
  readonly argument: string | undefined;
  /** Whether what is asked depends on how many it names alone, and not on what that is. */
  readonly isCounted: boolean;
}

const LINKED = "linked:";

/** What azurerm asks for with a type; `undefined` where it is not known. A data source reads what the resource of its type is. */
export function rowsOf({ type, isData }: Pick<EntriesOfType, "type" | "isData">): ScopedRows | undefined {
  const key = `${isData ? "data." : ""}${type}`;
  if (!known.has(key)) known.set(key, scopedRows(type, isData));
  return known.get(key);
}

const known = new Map<string, ScopedRows | undefined>();

function scopedRows(type: string, isData: boolean): ScopedRows | undefined {
  const given = isData ? lookupRows(type) : operationRows(type);
  const rows = given
    ?.filter((row) => !isNeverAsked(row))
    .map((row) => ({ ...row, scope: scopeOf(type, row) }));
  const scopes = rows?.map(({ scope }) => scope).filter((scope) => scope.startsWith(LINKED));
  return (
    rows && { type, rows, links: [...new Set(scopes)].map(readLink), excludable: rows.filter(canBeRuledOut) }
  );
}

function readLink(scope: string): Link {
  const name = scope.slice(LINKED.length);
  const path = name.split(".");
  const argument = name.startsWith("azurerm_") ? undefined : (ARGUMENTS[name] ?? path[0]);
  return { scope, name, path, argument, isCounted: argument === path[0] && name !== IMAGE };
}

const IMAGE = "source_image_id";

/** Of links that are not called after the argument that they begin with. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  virtual_network: "virtual_network_name",
  "nic.public_ip": "network_interface_ids",
};

/** What is there already is asked for at its own place, whatever the table says. */
function scopeOf(type: string, { scope, phase, action }: OperationRow): string {
  const isThere = phase !== "create";
  if (scope === "linked:virtual_network" && isThere && action.includes("/subnets/")) return "self";
  if (scope.startsWith(LINKED) || scope === "subscription" || scope === "osDisk") return scope;
  return scope === "self" || (isThere && action.startsWith(`${armTypeOf(type)}/`)) ? "self" : "resourceGroup";
}

function lookupRows(type: string): readonly OperationRow[] | undefined {
  const rows = operationRows(type) ?? LOOKUPS[type];
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
