import { readFileSync } from "node:fs";

interface Manifest {
  readonly name: string;
  readonly peerDependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}

export const { name, peerDependencies, devDependencies } = JSON.parse(
  readFileSync("package.json", "utf8"),
) as Manifest;
