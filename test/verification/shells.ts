import { spawn, spawnSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { linuxScript } from "../../lib/verification/linux-script";
import type { ScriptSettings } from "../../lib/verification/script-settings";
import { windowsScript } from "../../lib/verification/windows-script";

export interface Ran {
  readonly code: number | null;
  readonly output: string;
  readonly error: string;
}

/** How Azure runs a script on one operating system. */
export interface Shell {
  readonly name: string;
  readonly isThere: boolean;
  run(
    folder: string,
    settings: ScriptSettings,
    parameters: { readonly [name: string]: string },
    environment?: { readonly [name: string]: string },
  ): Promise<Ran>;
}

const isThere = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;
const POWERSHELL = ["pwsh", "powershell"].find((name) => isThere(name, "-NoProfile", "-Command", "exit 0"));

/** Named parameters become environment variables, and the file is what bash is told to run. */
const LINUX: Shell = {
  name: "Linux",
  isThere: isThere("bash", "--version") && isThere("curl", "--version"),
  run(folder, settings, parameters, environment = {}) {
    const file = join(folder, "script.sh");
    writeFileSync(file, linuxScript(settings));
    chmodSync(file, 0o500);
    const env = { PATH: process.env.PATH, HOME: folder, ...environment, ...parameters };
    return ended("/bin/bash", ["-c", file], env);
  },
};

/** Named parameters become arguments. */
const WINDOWS: Shell = {
  name: "Windows",
  isThere: POWERSHELL !== undefined,
  run(folder, settings, parameters, environment = {}) {
    const file = join(folder, "script.ps1");
    writeFileSync(file, windowsScript(settings));
    const args = Object.entries(parameters).flatMap(([name, value]) => [`-${name}`, value]);
    const env = { ...process.env, ...environment };
    return ended(POWERSHELL as string, ["-NoProfile", "-NonInteractive", "-File", file, ...args], env);
  },
};

export const SHELLS: readonly Shell[] = [LINUX, WINDOWS];

function ended(program: string, args: string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    const [output, error]: [string[], string[]] = [[], []];
    child.stdout.on("data", (data) => output.push(String(data)));
    child.stderr.on("data", (data) => error.push(String(data)));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output: output.join(""), error: error.join("") }));
  });
}
