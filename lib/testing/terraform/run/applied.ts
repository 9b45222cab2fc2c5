import type { Diagnostic } from "./diagnostic";
import type { Message } from "./messages";

/** How many resources an apply or a destroy came to. */
export interface Applied {
  readonly added: number;
  readonly changed: number;
  readonly destroyed: number;
  readonly imported: number;
  /** Warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

interface Summary {
  readonly add?: number;
  readonly change?: number;
  readonly remove?: number;
  readonly import?: number;
}

/** The last count is that of what was done; the one before it is that of the plan. */
export function appliedOf(messages: readonly Message[], diagnostics: readonly Diagnostic[]): Applied {
  const last = messages.filter(({ type }) => type === "change_summary").at(-1);
  const { add = 0, change = 0, remove = 0, import: imported = 0 } = (last?.changes ?? {}) as Summary;
  return { added: add, changed: change, destroyed: remove, imported, diagnostics };
}
