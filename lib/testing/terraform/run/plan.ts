import type { Diagnostic } from "./diagnostic";

export interface Plan {
  /** Whether applying it changes nothing, outputs included. */
  readonly isEmpty: boolean;
  /** What it does to resources and data sources, without those that stay as they are. */
  readonly changes: readonly ResourceChange[];
  /** What it does to outputs, by name, without those that stay as they are. */
  readonly outputs: { readonly [name: string]: ValueChange };
  /** What was changed outside of Terraform. */
  readonly drift: readonly ResourceChange[];
  /** Warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Two of them are a replacement, in the order that it happens in. */
export type Action = "no-op" | "create" | "read" | "update" | "delete" | "forget";

export interface ValueChange {
  readonly actions: readonly Action[];
  readonly before: unknown;
  /** Without what is known only after the apply. */
  readonly after: unknown;
  /** `true` in place of each value that is known only after the apply. */
  readonly afterUnknown: unknown;
}

export interface ResourceChange extends ValueChange {
  readonly address: string;
  /** @default - not moved */
  readonly previousAddress?: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  /** Key or number. @default - neither `for_each` nor `count` */
  readonly index?: string | number;
  /** What made it a replacement: names and indexes. Empty for anything else. */
  readonly replacePaths: readonly (readonly (string | number)[])[];
  /** Why, in a word of Terraform: `replace_because_cannot_update`. @default - it speaks for itself */
  readonly reason?: string;
  /** @default - nothing is imported */
  readonly importedId?: string;
}

/** The plan from what `terraform show -json` says of it. Numbers beyond 2^53 lose their last digits. */
export function planOf(json: string, isEmpty: boolean, diagnostics: readonly Diagnostic[]): Plan {
  const shown = JSON.parse(json) as ShownPlan;
  const outputs = Object.entries(shown.output_changes ?? {})
    .map(([name, change]): [string, ValueChange] => [name, valueChange(change)])
    .filter(([, { actions }]) => !isNoOp(actions));
  return {
    isEmpty,
    changes: (shown.resource_changes ?? [])
      .map(resourceChange)
      .filter(
        ({ actions, previousAddress, importedId }) => !isNoOp(actions) || previousAddress || importedId,
      ),
    outputs: Object.fromEntries(outputs),
    drift: (shown.resource_drift ?? []).map(resourceChange),
    diagnostics,
  };
}

interface ShownChange {
  actions: Action[];
  before?: unknown;
  after?: unknown;
  after_unknown?: unknown;
  replace_paths?: (string | number)[][];
  importing?: { id?: string };
}

interface ShownResource {
  address: string;
  previous_address?: string;
  mode: "managed" | "data";
  type: string;
  name: string;
  index?: string | number;
  action_reason?: string;
  change: ShownChange;
}

interface ShownPlan {
  resource_changes?: ShownResource[];
  resource_drift?: ShownResource[];
  output_changes?: { [name: string]: ShownChange };
}

function resourceChange(shown: ShownResource): ResourceChange {
  const { address, mode, type, name, index, change } = shown;
  return {
    address,
    ...(shown.previous_address !== undefined && { previousAddress: shown.previous_address }),
    mode,
    type,
    name,
    ...(index !== undefined && { index }),
    ...valueChange(change),
    replacePaths: change.replace_paths ?? [],
    ...(shown.action_reason !== undefined && { reason: shown.action_reason }),
    ...(change.importing?.id !== undefined && { importedId: change.importing.id }),
  };
}

function valueChange({ actions, before, after, after_unknown }: ShownChange): ValueChange {
  return { actions, before: before ?? null, after: after ?? null, afterUnknown: after_unknown ?? false };
}

function isNoOp(actions: readonly Action[]): boolean {
  return actions.every((action) => action === "no-op");
}
