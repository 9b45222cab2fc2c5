import { readFileSync } from "node:fs";

interface Manifest {
  readonly name: string;
  readonly peerDependencies: Record<string, string>;
  readonly peerDependenciesMeta: Record<string, { readonly optional?: boolean }>;
  readonly devDependencies: Record<string, string>;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;

export const { name } = manifest;

/** Peers that every user has, and those of one entry point alone, with the versions that are developed with. */
export const PEERS = peers(false);
export const OPTIONAL_PEERS = peers(true);

function peers(optional: boolean): (readonly [string, string])[] {
  const { peerDependencies, peerDependenciesMeta, devDependencies } = manifest;
  return Object.keys(peerDependencies)
    .filter((peer) => (peerDependenciesMeta[peer]?.optional ?? false) === optional)
    .map((peer) => [peer, String(devDependencies[peer])]);
}
