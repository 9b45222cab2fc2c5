import { type Problem, Refusal } from "./behaviour";
import type { ValueType } from "./type";
import { toWirePath, type WirePath } from "./wire-path";

export interface WireDiagnostic {
  readonly severity: "ERROR" | "WARNING";
  readonly summary: string;
  readonly detail: string;
  readonly attribute?: WirePath;
}

/** Problems of a value of a type, for the wire. */
export function toDiagnostics(problems: readonly Problem[], type: ValueType): WireDiagnostic[] {
  return problems.map(({ severity, summary, detail, attribute }) => ({
    severity: severity === "warning" ? "WARNING" : "ERROR",
    summary,
    detail: detail ?? "",
    ...(attribute && { attribute: toWirePath(attribute, type) }),
  }));
}

/** What a handler threw: a refusal of the service in its own words, anything else as the defect that it is. */
export function thrownDiagnostic(thrown: unknown): WireDiagnostic {
  if (thrown instanceof Refusal) {
    return { severity: "ERROR", summary: thrown.summary, detail: thrown.detail ?? "" };
  }
  return {
    severity: "ERROR",
    summary: "Defect of the stand-in provider",
    detail: `${messageOf(thrown)}\n\nThis is no fault of the configuration. The log of the stand-in has the stack; please report both.`,
  };
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
