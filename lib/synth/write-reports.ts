import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Manifest, type TerraformStack } from "cdktf";
import { REPORT_FILE } from "../report/identity-report";
import { type Evaluation, reportOfStack } from "../report/report-of-stack";
import type { Run } from "./run";

const JSON_FILE = "cdk.tf.json";

/**
 * Writes a report beside the JSON of each stack. One that has none, as with HCL, has no report and keeps none of an
 * earlier run.
 *
 * @throws when a file cannot be written
 */
export function writeReports(run: Run, evaluation: Evaluation): void {
  const { version } = require("../../package.json") as { readonly version: string };
  for (const stack of run.stacks) {
    const json = join(folderOf(run, stack), JSON_FILE);
    if (!run.written.has(stack) || !existsSync(json)) {
      removeReport(run, stack);
      continue;
    }
    const sha256 = createHash("sha256").update(readFileSync(json)).digest("hex");
    const origin = { libraryVersion: version, stack: stack.node.path, json: { file: JSON_FILE, sha256 } };
    const text = JSON.stringify(reportOfStack(evaluation, origin));
    change("written", run, stack, (file) => writeFileSync(file, text));
  }
}

/** A run in which nobody looks at the stacks leaves no report that could be taken for one of theirs. */
export function removeReports(run: Run): void {
  for (const stack of run.stacks) removeReport(run, stack);
}

function removeReport(run: Run, stack: TerraformStack): void {
  change("removed", run, stack, (file) => rmSync(file, { force: true }));
}

function change(verb: string, run: Run, stack: TerraformStack, work: (file: string) => void): void {
  const file = join(folderOf(run, stack), REPORT_FILE);
  try {
    work(file);
  } catch (error) {
    throw new Error(
      `[${stack.node.path}] ${file} cannot be ${verb}: ${(error as Error).message}; allowed is a file that the synth may replace; remove what is there, or give the app another outdir`,
      { cause: error },
    );
  }
}

function folderOf({ app }: Run, stack: TerraformStack): string {
  return join(app.outdir, Manifest.stacksFolder, stack.node.id);
}
