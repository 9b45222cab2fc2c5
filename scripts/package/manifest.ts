import { readFileSync } from "node:fs";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Record<string, string>;
  readonly peerDependencies: Record<string, string>;
  readonly peerDependenciesMeta: Record<string, { readonly optional?: boolean }>;
  readonly devDependencies: Record<string, string>;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;

export const { name, version } = manifest;

export const DEPENDENCIES = Object.keys(manifest.dependencies);

/** Peers that every user has, with the versions that are developed with. */
export const PEERS = peers(false);

/** Those of the command `preflight` alone. */
export const AZURE_PEERS = peers(true).filter(([peer]) => peer.startsWith("@azure/"));

/** Those of the entry point `testing/terraform` alone. */
export const TERRAFORM_PEERS = peers(true).filter(([peer]) => !peer.startsWith("@azure/"));

function peers(optional: boolean): (readonly [string, string])[] {
  const { peerDependencies, peerDependenciesMeta, devDependencies } = manifest;
  return Object.keys(peerDependencies)
    .filter((peer) => (peerDependenciesMeta[peer]?.optional ?? false) === optional)
    .map((peer) => [peer, String(devDependencies[peer])]);
}
