import { existsSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../failure";
import { parseJson, readBytes, textOf } from "./read-json";

/** The file in which cdktf lists the stacks of an app. */
export const MANIFEST = "manifest.json";

export interface ManifestStack {
  readonly constructPath: string;
  /** From the folder of the manifest. */
  readonly synthesizedStackPath: string;
}

/**
 * The stacks that a manifest of cdktf lists; nothing where there is none, or one of another program.
 *
 * @throws Failure when it is cdktf's and cannot be read
 */
export function readManifest(folder: string): ManifestStack[] | undefined {
  const file = join(folder, MANIFEST);
  if (!existsSync(file)) return undefined;
  const { stacks } = (parseJson(file, textOf(file, readBytes(file))) ?? {}) as { readonly stacks?: unknown };
  if (typeof stacks !== "object" || stacks === null) return undefined;
  const listed = Object.values(stacks);
  if (listed.every(isStack)) return listed;
  throw new Failure(
    `${file} has a stack without constructPath or synthesizedStackPath; allowed is what cdktf 0.13 and later write; run cdktf synth again`,
  );
}

function isStack(value: unknown): value is ManifestStack {
  const { constructPath, synthesizedStackPath } = (value ?? {}) as { readonly [key: string]: unknown };
  return typeof constructPath === "string" && typeof synthesizedStackPath === "string";
}
