import { readdirSync } from "node:fs";
import type { Check } from "./check";
import { type Outcome, run } from "./command";
import { AZURE_PEERS, name, version } from "./manifest";

/** What `programs.ts` has made the programs of the consumer write. */
const WRITTEN = / of id-orders$/;

export const bin: Check = {
  claim: `npx ${name} runs: its version, a check of what the programs wrote, and roles; preflight names its optional peers where they are missing`,
  problemsOf: ({ consumer }) => {
    const folder = readdirSync(consumer).find((entry) => WRITTEN.test(entry)) ?? "none written";
    const command = (...args: string[]) => run("npx", ["--no-install", name, ...args], consumer);
    return [
      ...unlike("--version", command("--version"), 0, version),
      ...unlike("check", command("check", folder), 0, "in 1 stack"),
      ...unlike("check of nothing", command("check", "nowhere"), 2, "there is no nowhere"),
      ...unlike("roles", command("roles", "Reader"), 0, "acdd72a7-3385-48ef-bd42-f606fba81ae7"),
      ...AZURE_PEERS.flatMap(([peer]) => unlike("preflight", command("preflight", folder), 2, peer)),
    ];
  },
};

function unlike(what: string, { status, output }: Outcome, code: number, text: string): string[] {
  return status === code && output.includes(text)
    ? []
    : [`${what} ends with ${status} and says: ${output}; expected are ${code} and "${text}"`];
}
