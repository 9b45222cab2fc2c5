import { type ChildProcess, spawn } from "node:child_process";
import type { Socket } from "node:net";

/** What waits for its input to end; `cat` is there in a moment, and Windows has none. */
const WAITING: readonly [program: string, ...args: string[]] =
  process.platform === "win32" ? [process.execPath, "-e", "process.stdin.resume()"] : ["cat"];

let bystander: ChildProcess | undefined;

/**
 * The id of a process that does nothing and lives as long as this one. Terraform looks each second whether the process
 * of a provider is alive, and drops all that it asks for once it is not; where nothing listens any more it kills it.
 *
 * @throws where no process can be started
 */
export function bystanderId(): number {
  if (!isAlive(bystander)) bystander = start();
  const { pid } = bystander as ChildProcess;
  if (pid === undefined) throw new Error(`${WAITING[0]} cannot be started, which Terraform is to watch`);
  return pid;
}

function isAlive(child: ChildProcess | undefined): boolean {
  return child?.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

/** Its input ends with this process, however that ends; until then it keeps nothing from ending. */
function start(): ChildProcess {
  const [program, ...args] = WAITING;
  const child = spawn(program, args, { stdio: ["pipe", "ignore", "ignore"], windowsHide: true });
  child.on("error", () => undefined);
  child.unref();
  (child.stdin as Socket).unref();
  return child;
}
