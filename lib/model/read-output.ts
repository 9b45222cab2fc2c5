import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { StackSource, TerraformJson } from "./terraform-json";

interface Manifest {
  readonly stacks?: {
    readonly [name: string]: { readonly constructPath: string; readonly synthesizedStackPath: string };
  };
}

/**
 * Reads the stacks of an output folder, `cdktf.out` unless the app says otherwise, as the manifest lists them. From
 * the JSON alone nothing tells which constructs made it: no element counts as made by this library.
 *
 * @throws when there is no manifest of cdktf, or a file that it names is missing or no JSON
 */
export function readOutput(folder: string): StackSource[] {
  const file = join(folder, "manifest.json");
  const { stacks } = readJson<Manifest>(file);
  if (!stacks) throw new Error(`${file} lists no stacks: it is not a manifest of cdktf`);
  return Object.values(stacks).map(({ constructPath, synthesizedStackPath }) => ({
    path: constructPath,
    json: readJson<TerraformJson>(join(folder, synthesizedStackPath)),
    own: new Set<string>(),
    merged: [],
  }));
}

function readJson<T>(file: string): T {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} cannot be read as the output of cdktf synth: ${reason}; run cdktf synth first`);
  }
}
