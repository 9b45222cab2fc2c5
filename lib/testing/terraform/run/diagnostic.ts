/** What Terraform says of a configuration, as its JSON has it. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail: string;
  /** Address of the resource. @default - about no resource, or Terraform does not say which */
  readonly address?: string;
  /** Where in the files. @default - nowhere */
  readonly range?: {
    readonly filename: string;
    readonly start: Position;
    readonly end: Position;
  };
  /** The lines at the range. @default - none */
  readonly snippet?: {
    /** What the lines are in: `resource.azurerm_subnet.main`. */
    readonly context: string | null;
    readonly code: string;
    readonly start_line: number;
    /** What expressions in the lines come to. */
    readonly values?: readonly { readonly traversal: string; readonly statement: string }[] | null;
  };
}

/** Lines and columns count from 1, bytes from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly byte: number;
}

/** A diagnostic as Terraform shows it on a terminal, without its frame. */
export function diagnosticText(diagnostic: Diagnostic): string {
  const { severity, summary, detail } = diagnostic;
  const place = placeLines(diagnostic);
  const parts = [`${severity === "error" ? "Error" : "Warning"}: ${summary}`, place.join("\n"), detail];
  return parts.filter((part) => part !== "").join("\n\n");
}

function placeLines({ address, range, snippet }: Diagnostic): string[] {
  const context = snippet?.context ? `, in ${snippet.context}` : "";
  return [
    ...(address ? [`  with ${address}${range ? "," : ""}`] : []),
    ...(range ? [`  on ${range.filename} line ${range.start.line}${context}${snippet ? ":" : ""}`] : []),
    ...(snippet?.code.split("\n").map((line, index) => `  ${snippet.start_line + index}: ${line}`) ?? []),
    ...(snippet?.values?.map(({ traversal, statement }) => `    ${traversal} ${statement}`) ?? []),
  ];
}
