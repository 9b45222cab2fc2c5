/** One call of Terraform. There are no values in it, as those may be secret; an id is none. */
export interface LogEntry {
  /** Name of the provider: `azurerm`. */
  readonly provider: string;
  /** As the protocol names it: `PlanResourceChange`. */
  readonly rpc: string;
  /** Type of the resource or data source. @default - a call about the provider as a whole */
  readonly type?: string;
  /** @default - not known (yet) */
  readonly id?: string;
  /** Whether it was refused in words of the service, or fell over a defect of the stand-in. */
  readonly outcome: "done" | "refused" | "defect";
  /** Where the defect came out. @default - no defect */
  readonly stack?: string;
}

/** Asked for everything again with each command: what was done of these explains no failure. */
const ROUTINE = /^(?:GetSchema|PrepareProviderConfig|Validate\w+|UpgradeResourceState)$/;

/** The log as text, a line for each call; for a message it is the last calls that matter. */
export function logText(entries: readonly LogEntry[], last = 40): string {
  const telling = entries.filter(({ rpc, outcome }) => outcome !== "done" || !ROUTINE.test(rpc));
  const left = Math.max(0, telling.length - last);
  const lines = telling.slice(left).map(({ provider, rpc, type, id, outcome, stack }) => {
    const line = [type ?? provider, rpc, id, outcome].filter((part) => part !== undefined).join("  ");
    return stack ? `${line}\n${stack.replace(/^/gm, "    ")}` : line;
  });
  return [...(left > 0 ? [`(${left} earlier calls)`] : []), ...lines].join("\n");
}
