import { spawnSync } from "node:child_process";

export interface Outcome {
  readonly succeeded: boolean;

  /** The exit code; `null` when it did not run or was ended. */
  readonly status: number | null;

  /** What it printed, on both streams. */
  readonly output: string;
}

export function run(command: string, args: readonly string[], cwd = "."): Outcome {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  return { succeeded: status === 0, status, output: error ? error.message : `${stdout}${stderr}`.trim() };
}

/** The output as the one problem of a command that was to succeed. */
export function problemsIn({ succeeded, output }: Outcome): string[] {
  return succeeded ? [] : [output];
}
