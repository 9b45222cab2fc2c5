import { copyFileSync } from "node:fs";
import { basename, join } from "node:path";
import { runProgram as runInto } from "../../scripts/docs/run-program";
import { temporaryFolder } from "../support";
import { ROOT } from "./markdown";

/**
 * Runs a program of a page as node would, and returns the folder that it wrote.
 *
 * @param files of the repository that lie in the folder in which it runs
 */
export function runProgram(program: string, files: readonly string[] = []): string {
  const [outdir, folder, before] = [temporaryFolder(), temporaryFolder(), process.cwd()];
  for (const file of files) copyFileSync(join(ROOT, file), join(folder, basename(file)));
  process.chdir(folder);
  try {
    runInto(program, outdir);
  } finally {
    process.chdir(before);
  }
  return outdir;
}
