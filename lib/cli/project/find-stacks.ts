import { existsSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { Failure } from "../failure";
import { MANIFEST, type ManifestStack, readManifest } from "./manifest";
import { type ModuleFiles, moduleFiles } from "./module-files";
import { foldersBelow } from "./read-folder";

/** Where the stacks of a project are. */
export interface StackPlaces {
  readonly places: readonly StackPlace[];
  /** Whether they are all that an app has. */
  readonly isApp: boolean;
}

export interface StackPlace extends ModuleFiles {
  readonly folder: string;
  /** Construct path, where a manifest tells it. */
  readonly path?: string;
  /** What to call it where nothing else tells. */
  readonly name: string;
}

/**
 * The stacks that the manifest of cdktf in a folder lists, or the only one below it; where there is none, the folder and
 * each one below it that Terraform reads.
 *
 * @throws Failure when it cannot be known what is meant
 */
export function findStacks(folder: string): StackPlaces {
  const listed = readManifest(folder);
  if (listed) return ofApp(folder, listed);
  const below = foldersBelow(folder);
  const apps = below.filter((one) => readManifest(one));
  const modules = [folder, ...below]
    .map((one) => ({
      folder: one,
      name: relative(folder, one) || basename(resolve(folder)),
      ...moduleFiles(one),
    }))
    .filter(({ json, hcl }) => json.length + hcl.length > 0);
  const [app] = apps;
  if (!app) return { places: modules, isApp: false };
  const others = modules
    .map((module) => module.folder)
    .filter((one) => !apps.some((top) => isWithin(one, top)));
  const projects = [...apps, ...others];
  if (projects.length === 1) return findStacks(app);
  const shown = `${projects.slice(0, 4).join(", ")}${projects.length > 4 ? ", ..." : ""}`;
  throw new Failure(
    `${folder} holds ${projects.length} projects: ${shown}; allowed is one at a time; name the folder of one`,
  );
}

function ofApp(folder: string, listed: readonly ManifestStack[]): StackPlaces {
  const stacks = listed.map(({ constructPath, synthesizedStackPath }) => ({
    path: constructPath,
    file: join(folder, synthesizedStackPath),
  }));
  const missing = stacks.filter(({ file }) => !existsSync(file));
  if (missing.length > 0) {
    const lines = missing.map(
      ({ file }) => `${join(folder, MANIFEST)} lists ${file}, which is not there; run cdktf synth again`,
    );
    throw new Failure(lines.join("\n"));
  }
  return {
    places: stacks.map(({ path, file }) => ({ path, name: path, ...filesBeside(file) })),
    isApp: true,
  };
}

/** cdktf writes one file for a stack; Terraform reads all that are in its folder. */
function filesBeside(file: string): ModuleFiles & { readonly folder: string } {
  const folder = dirname(file);
  return file.endsWith(".tf")
    ? { folder, json: [], hcl: [basename(file)] }
    : { folder, ...moduleFiles(folder) };
}

function isWithin(folder: string, top: string): boolean {
  const path = relative(top, folder);
  return path === "" || !path.startsWith("..");
}
