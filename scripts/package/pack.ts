import { readdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "./command";

/** Makes the tarball that `npm publish` would upload; the build is part of it. */
export function pack(folder: string): string {
  const { succeeded, output } = run("npm", ["pack", "--loglevel=error", "--pack-destination", folder]);
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  if (!succeeded || !tarball) throw new Error(`npm pack failed:\n${output}`);
  return join(folder, tarball);
}
