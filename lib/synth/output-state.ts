import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Manifest } from "cdktf";
import { REPORT_FILE } from "../report/identity-report";

/** What cdktf writes into the folder of a stack, as JSON or as HCL, and what this library writes beside it. */
const FILES = ["cdk.tf.json", "cdk.tf", Manifest.stackMetadataPath, REPORT_FILE];

/** The manifest, the Terraform files and the reports of an output folder, as they were at one time. */
export interface OutputState {
  readonly outdir: string;
  readonly contents: ReadonlyMap<string, Buffer | undefined>;
  readonly folders: ReadonlySet<string>;
}

export function outputState(outdir: string): OutputState {
  const files = writtenFiles(outdir).filter((file) => existsSync(file));
  return {
    outdir,
    contents: new Map(files.map((file) => [file, contentOf(file)])),
    folders: new Set(stackFolders(outdir)),
  };
}

/** Makes an output folder what it was: files that came are removed, those that changed get their content back. */
export function restoreOutput({ outdir, contents, folders }: OutputState): void {
  for (const file of writtenFiles(outdir)) if (!contents.has(file)) rmSync(file, { force: true });
  for (const folder of stackFolders(outdir)) if (!folders.has(folder)) removeIfEmpty(folder);
  for (const [file, content] of contents) {
    if (content === undefined || (existsSync(file) && contentOf(file)?.equals(content))) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** `undefined` for a file that may not be read: it is not ours, and stays as it is. */
function contentOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function stackFolders(outdir: string): string[] {
  const stacks = join(outdir, Manifest.stacksFolder);
  if (!existsSync(stacks)) return [];
  return readdirSync(stacks, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(stacks, entry.name));
}

function writtenFiles(outdir: string): string[] {
  const ofStacks = stackFolders(outdir).flatMap((folder) => FILES.map((file) => join(folder, file)));
  return [join(outdir, Manifest.fileName), ...ofStacks];
}

/** Assets of the user's stack may lie beside its file: they stay, and so does their folder. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOTEMPTY") throw error;
  }
}
