import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../failure";
import { reasonOf } from "./read-json";

/** @throws Failure when it may not be read */
export function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw new Failure(`${folder} cannot be read: ${reasonOf(error)}`);
  }
}

/** All folders below one where programs write; what a tool keeps for itself, such as `.terraform`, is left out. */
export function foldersBelow(folder: string): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules")
    .map(({ name }) => join(folder, name))
    .sort()
    .flatMap((below) => [below, ...foldersBelow(below)]);
}
