import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TerraformJson } from "./run/json-configuration";

/** One stack, as cdktf wrote it. */
export interface WrittenStack {
  readonly name: string;
  readonly json: TerraformJson;
}

/** What has to be synthesized first: an `App` of cdktf. */
export interface SynthesizableApp {
  readonly outdir: string;
  synth(): void;
}

interface Manifest {
  readonly stacks?: {
    readonly [name: string]: {
      readonly name: string;
      readonly dependencies?: readonly string[];
      readonly synthesizedStackPath: string;
    };
  };
}

/**
 * The stacks of an app, which is synthesized, or of an output folder of `cdktf synth`; each one after those that it
 * depends on.
 *
 * @throws when it is neither, the synth fails, or the folder is no output of it
 */
export function writtenStacks(appOrFolder: SynthesizableApp | string): WrittenStack[] {
  requireAppOrFolder(appOrFolder);
  if (typeof appOrFolder !== "string") appOrFolder.synth();
  const folder = typeof appOrFolder === "string" ? appOrFolder : appOrFolder.outdir;
  const { stacks } = readJson(join(folder, "manifest.json")) as Manifest;
  if (!stacks)
    throw new Error(`${folder} has a manifest that lists no stacks; give an output folder of cdktf`);
  const ordered: WrittenStack[] = [];
  const add = (name: string) => {
    const stack = stacks[name];
    if (!stack || ordered.some((known) => known.name === name)) return;
    for (const dependency of stack.dependencies ?? []) add(dependency);
    ordered.push({ name, json: readJson(join(folder, stack.synthesizedStackPath)) as TerraformJson });
  };
  for (const name of Object.keys(stacks)) add(name);
  return ordered;
}

function requireAppOrFolder(given: unknown): void {
  const { synth, outdir, node } = Object(given) as Partial<SynthesizableApp> & {
    readonly node?: { readonly path?: string };
  };
  if (typeof given === "string" || (typeof synth === "function" && typeof outdir === "string")) return;
  const object = given === Object(given) ? "an object" : String(given);
  const what = node?.path ? `the construct ${node.path}` : object;
  throw new Error(
    `TerraformStacks is opened with ${what}; allowed are an app of cdktf and an output folder of cdktf synth; pass the app that holds the stacks`,
  );
}

function readJson(file: string): object {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const { message } = error as Error;
    throw new Error(
      `${file} cannot be read as output of cdktf: ${message}; run cdktf synth, with JSON as output`,
    );
  }
}
