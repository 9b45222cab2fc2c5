import { FURTHER_OPERATIONS } from "./further-operations";
import { OPERATIONS } from "./operation-table";

/** What Terraform does with a resource when it asks Azure for something; `configure` is before it does anything. */
export type Phase = "configure" | "create" | "read" | "update" | "delete";

/**
 * How sure it is that an action is asked for: always, unless a feature of the provider is off, or under a condition.
 * A tolerated one may be refused, and of an uncertain one it is not known whether Azure checks it.
 */
export type Need = "always" | "default" | "conditional" | "tolerated" | "uncertain";

/** One action that azurerm asks for with resources of a type. */
export interface OperationRow {
  readonly phase: Phase;
  readonly need: Need;
  readonly action: string;
  /** `self`, `resourceGroup`, `subscription`, `osDisk`, or `linked:` and the argument that names the other resource. */
  readonly scope: string;
}

let linesByType: ReadonlyMap<string, readonly string[]> | undefined;

/** The actions for a type of azurerm; `undefined` for one of which they are not known. */
export function operationRows(type: string): readonly OperationRow[] | undefined {
  linesByType ??= readTable();
  return linesByType.get(type)?.map(readRow);
}

/** All actions that are known for any type. */
export function operationActions(): Set<string> {
  linesByType ??= readTable();
  return new Set([...linesByType.values()].flatMap((lines) => lines.map((line) => readRow(line).action)));
}

/** An app has few of the types: rows are read when they are asked for. */
function readTable(): Map<string, readonly string[]> {
  return new Map(
    `${OPERATIONS}${FURTHER_OPERATIONS}`
      .trim()
      .split("\n\n")
      .flatMap((text) => {
        const [types = "", ...lines] = text.split("\n");
        return types.split(" ").map((type) => [type, lines] as const);
      }),
  );
}

function readRow(line: string): OperationRow {
  const [phase, need, action = "", ...scope] = line.split(" ");
  return { phase: phase as Phase, need: need as Need, action, scope: scope.join(" ") };
}
