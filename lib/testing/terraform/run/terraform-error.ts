import type { Diagnostic } from "./diagnostic";
import { diagnosticText } from "./diagnostic";
import { hintsFor } from "./hints";
import type { TerraformRun } from "./run-terraform";

/** A command of Terraform that did not do what it was asked for. */
export class TerraformError extends Error {
  /** As typed: `terraform plan`. */
  readonly command: string;
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
  /** The signal that ended it. Null where it exited by itself. */
  readonly signal: NodeJS.Signals | null;
  readonly diagnostics: readonly Diagnostic[];
  /** What Terraform says, as on a terminal. */
  readonly text: string;

  /** The log is that of the provider, empty for none. */
  constructor(run: TerraformRun, log = "") {
    const errors = run.diagnostics.filter(({ severity }) => severity === "error");
    const text = [...run.diagnostics.map(diagnosticText), run.text]
      .filter((part) => part !== "")
      .join("\n\n");
    const ended = run.signal === null ? `failed with exit code ${run.code}` : `was ended by ${run.signal}`;
    const count = errors.length > 0 ? `, ${errors.length} error${errors.length === 1 ? "" : "s"}` : "";
    super(
      [
        `${run.command} ${ended}${count}`,
        text,
        ...hintsFor(text).map((hint) => `hint: ${hint}`),
        log && `what the provider was asked for:\n${log}`,
      ]
        .filter((part) => part !== "")
        .join("\n\n"),
    );
    this.name = "TerraformError";
    this.command = run.command;
    this.exitCode = run.code;
    this.signal = run.signal;
    this.diagnostics = run.diagnostics;
    this.text = text;
  }
}
