import { basename } from "node:path";
import { findBinary } from "./binary";
import { type Child, startChild } from "./child";
import type { Diagnostic } from "./diagnostic";
import { environment } from "./environment";
import { type Message, messagesOf } from "./messages";

export interface RunOptions {
  /** Where it runs. */
  readonly folder: string;

  /**
   * An empty file, read instead of the user's own configuration of Terraform.
   *
   * @default - that of the user counts, with the folders for plugins that it names
   */
  readonly configFile?: string;

  /**
   * Name or path of the program.
   *
   * @default - `terraform`, or `tofu` where that is not on the PATH
   */
  readonly binary?: string;

  /**
   * Providers that are running already, as in `TF_REATTACH_PROVIDERS`.
   *
   * @default - none
   */
  readonly reattach?: string;

  /**
   * Interrupts it, as Ctrl+C would: Terraform waits for what is under way, keeps the state and fails.
   *
   * @default - it runs to its end
   */
  readonly interrupt?: AbortSignal;

  /** Called with what was started, so that it can be ended. */
  readonly onStart?: (child: Child) => void;
}

export interface TerraformRun {
  /** As typed: `terraform plan`. */
  readonly command: string;
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  /** The lines of `-json`. */
  readonly messages: readonly Message[];
  readonly diagnostics: readonly Diagnostic[];
  /** What it said beside JSON. */
  readonly text: string;
}

/**
 * Runs one command of Terraform. How that ends is for the caller to judge.
 *
 * @throws where the program is not found or cannot be started
 */
export async function runTerraform(args: readonly string[], options: RunOptions): Promise<TerraformRun> {
  const program = findBinary(options.binary);
  const child = startChild(program, args, { folder: options.folder, env: environment(options) });
  options.onStart?.(child);
  const interrupt = () => child.kill("SIGINT");
  if (options.interrupt?.aborted) interrupt();
  options.interrupt?.addEventListener("abort", interrupt, { once: true });
  try {
    const { code, signal, stdout, stderr } = await child.exit;
    const { messages, diagnostics, text } = messagesOf(stdout);
    const said = [text, stderr.trim()].filter((part) => part !== "").join("\n\n");
    const command = `${basename(program).replace(/\.exe$/, "")} ${args[0]}`;
    return { command, code, signal, stdout, messages, diagnostics, text: said };
  } finally {
    options.interrupt?.removeEventListener("abort", interrupt);
  }
}
