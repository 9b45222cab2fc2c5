import { existsSync, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { groupBy } from "../../model/group-by";
import { readModel } from "../../model/model";
import { Failure } from "../failure";
import { findStacks, type StackPlaces } from "./find-stacks";
import { MANIFEST } from "./manifest";
import { moduleFiles } from "./module-files";
import { noticesOf } from "./notices";
import { Problems } from "./problems";
import type { Project } from "./project";
import { type ReadStack, readStack } from "./read-stack";

const ALLOWED = "allowed is what cdktf synth writes, or a folder with *.tf.json files";

/**
 * Reads a folder that `cdktf synth` wrote, or any with Terraform JSON in it.
 *
 * @param path the folder; a `*.tf.json` in it stands for the folder without those below, as Terraform never reads a
 * file alone
 * @throws Failure when there is no such folder, nothing to read in it, or something that is no Terraform JSON
 */
export function readProject(path: string): Project {
  const { places, isApp } = placesAt(path);
  const problems = new Problems();
  const read = places
    .filter(({ json }) => json.length > 0)
    .flatMap((place) => problems.during(() => readStack(place)) ?? []);
  addEqualPaths(read, problems);
  problems.throwAny();
  if (read.length === 0) {
    const found = places.length > 0 ? "holds HCL alone, which is not read" : "holds no Terraform JSON";
    throw new Failure(`${path} ${found}; ${ALLOWED}; run cdktf synth, or name another folder`);
  }
  const stacks = read.map(({ stack }) => stack);
  return {
    given: path,
    model: readModel(stacks.map(({ source }) => source)),
    stacks,
    notices: noticesOf(places, read),
    isWholeApp:
      isApp && read.length === places.length && new Set(stacks.map(({ report }) => !report)).size === 1,
  };
}

function placesAt(path: string): StackPlaces {
  if (!existsSync(path)) {
    throw new Failure(`there is no ${path}; ${ALLOWED}; run cdktf synth, or name its output`);
  }
  if (statSync(path).isDirectory()) return findStacks(path);
  const folder = dirname(path);
  if (basename(path) === MANIFEST) return findStacks(folder);
  if (path.endsWith(".tf.json")) {
    return { places: [{ folder, name: basename(resolve(folder)), ...moduleFiles(folder) }], isApp: false };
  }
  throw new Failure(`${path} is no folder; ${ALLOWED}; name its folder`);
}

function addEqualPaths(read: readonly ReadStack[], problems: Problems): void {
  for (const [path, same] of groupBy(read, ({ stack }) => stack.path)) {
    if (same.length < 2) continue;
    const folders = same.map(({ stack }) => stack.folder).join(", ");
    problems.add(
      `${same.length} stacks are called ${path}: ${folders}; allowed is one; name one of the folders`,
    );
  }
}
