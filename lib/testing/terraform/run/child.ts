import { spawn } from "node:child_process";
import { atExit } from "../at-exit";

export interface Exit {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Child {
  readonly exit: Promise<Exit>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts a program, that does not outlive this process. Its `exit` rejects where it could not be started. */
export function startChild(
  program: string,
  args: readonly string[],
  options: { readonly folder: string; readonly env: NodeJS.ProcessEnv },
): Child {
  const child = spawn(program, args, {
    cwd: options.folder,
    env: options.env,
    stdio: ["ignore", "pipe", "pipe"],
    windowsHide: true,
  });
  const kill = (signal: NodeJS.Signals) => {
    child.kill(signal);
  };
  const forget = atExit(() => kill("SIGKILL"));
  const [stdout, stderr] = [child.stdout, child.stderr].map((stream) => {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    return chunks;
  });
  const exit = new Promise<Exit>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      resolve({ code, signal, stdout: textOf(stdout), stderr: textOf(stderr) });
    });
  });
  return { exit: exit.finally(forget), kill };
}

function textOf(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString("utf8");
}
