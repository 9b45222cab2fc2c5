import { runProgram as runInto } from "../../scripts/docs/run-program";
import { temporaryFolder } from "../support";

/** Runs a program of a page as node would, and returns the folder that it wrote. */
export function runProgram(program: string): string {
  const outdir = temporaryFolder();
  runInto(program, outdir);
  return outdir;
}
