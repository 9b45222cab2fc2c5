import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Check } from "./check";
import { type Outcome, run } from "./command";
import { DEPENDENCIES, name, PEERS } from "./manifest";

export const install: Check = {
  claim: `next to ${PEERS.map(([peer]) => peer).join(", ")} the tarball installs with ${DEPENDENCIES.join(", ")} and nothing else`,
  problemsOf: ({ tarball, consumer }) => {
    writeFileSync(join(consumer, "package.json"), JSON.stringify({ private: true }));
    const peers = npmInstall(
      consumer,
      PEERS.map(([peer, version]) => `${peer}@${version}`),
    );
    if (!peers.succeeded) return [peers.output];
    const before = installed(consumer);
    const library = npmInstall(consumer, [tarball]);
    if (!library.succeeded) return [library.output];
    const expected = [name, ...DEPENDENCIES].map((one) => `node_modules/${one}`);
    return installed(consumer)
      .filter((path) => !before.includes(path) && !expected.includes(path))
      .map((path) => `came along: ${path}`);
  },
};

export function npmInstall(folder: string, packages: readonly string[]): Outcome {
  const options = ["--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
  return run("npm", ["install", ...options, ...packages], folder);
}

function installed(folder: string): string[] {
  const lock = readFileSync(join(folder, "package-lock.json"), "utf8");
  return Object.keys((JSON.parse(lock) as { packages: object }).packages);
}
