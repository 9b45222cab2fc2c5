import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";

/** The folder of the git repository that a folder is in, which code scanning counts from; itself where it is in none. */
export function repositoryRoot(folder: string): string {
  for (let at = resolve(folder); at !== dirname(at); at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
  }
  return folder;
}

/** The URI of a file from a folder that it is in; a whole one where it is in another. */
export function uriIn(folder: string, file: string): string {
  const path = relative(folder, resolve(file));
  if (path.startsWith("..") || isAbsolute(path)) return pathToFileURL(resolve(file)).href;
  return path.split(sep).map(encodeURIComponent).join("/");
}
