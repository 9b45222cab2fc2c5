import { AnnotationMetadataEntryType, type App, type TerraformStack } from "cdktf";
import type { StackSource } from "../model/terraform-json";
import { openFindings } from "../rules/evaluate";
import type { Finding } from "../rules/finding";
import { findingsText } from "../rules/findings-text";
import { annotate } from "./annotate";
import { evaluateStacks, findingsIn } from "./evaluate-stacks";
import { type OutputState, outputState, restoreOutput } from "./output-state";
import { alsoSaying, findingsError, withMore } from "./presentable";
import { readStack, sourceOf } from "./read-stack";
import { duringRun, endedRun, type Run } from "./run";
import { removeReports, writeReports } from "./write-reports";

/**
 * Synthesizes an app and checks what it wrote. When that or the synth itself fails, for whatever reason, the output
 * folder becomes what it was before.
 *
 * @param isCdktfs whether the synth is that of cdktf, and not one that an app has of its own
 */
export function synthesizeChecked(app: App, synth: () => void, isCdktfs: boolean): void {
  const before = outputState(app.outdir);
  duringRun(app, isCdktfs, (run) => {
    try {
      synthesizeWith(run, synth);
      const ended = endedRun(run);
      if (app.skipValidation) removeReports(ended);
      else checkWritten(ended);
    } catch (error) {
      throw afterRestoring(before, error);
    }
  });
}

/** What went wrong first is what the user has to see, also where the folder cannot be restored. */
function afterRestoring(before: OutputState, error: unknown): unknown {
  try {
    restoreOutput(before);
  } catch (restoring) {
    if (!(error instanceof Error)) return error;
    const { message } = restoring as Error;
    return withMore(error, `the output folder could not be made what it was: ${message}`);
  }
  return error;
}

/** The validation of a stack that is synthesized alone: one text, or nothing. */
export function validateStack(stack: TerraformStack): string[] {
  const findings = findingsIn(stack, [stack], false);
  annotate(stack, findings);
  const text = failingText(findings);
  return text ? [text] : [];
}

/** When validations or annotations of others fail the synth, our findings so far join them: all at once. */
function synthesizeWith(run: Run, synth: () => void): void {
  try {
    synth();
  } catch (error) {
    // The stack that failed has had its aspects; those after it have not, and an aspect may repair them.
    const ready = run.stacks.slice(0, run.asked.size + 1);
    throw run.app.skipValidation
      ? error
      : alsoSaying(error, () => failingText(findingsIn(run.app, ready, false, reading(run))));
  }
}

function checkWritten(run: Run): void {
  const { app } = run;
  const evaluation = evaluateStacks(app, run.stacks, true, reading(run));
  const findings = openFindings(evaluation.findings);
  if (annotate(app, findings, app.manifest)) app.manifest.writeToFile();
  const text = failingText(findings);
  if (text) throw findingsError([text, ...errorAnnotations(app)].join("\n"));
  writeReports(run, evaluation);
}

/** Stacks as they were written; one that was not, as with HCL, is read. */
function reading({ written, constructs }: Run): (stack: TerraformStack) => StackSource {
  return (stack) => {
    const json = written.get(stack);
    return json ? sourceOf(stack, json, constructs.get(stack)) : readStack(stack);
  };
}

/** The command of cdktf reads these from the manifest, which a failing run takes back. */
function errorAnnotations({ manifest }: App): string[] {
  return Object.values(manifest.stacks)
    .flatMap(({ annotations }) => annotations)
    .filter(({ level }) => level === AnnotationMetadataEntryType.ERROR)
    .map(({ constructPath, message }) => `error annotation [${constructPath}] ${message}`);
}

/** All errors and warnings as a text when there is an error. Information can wait until the synth passes. */
function failingText(findings: readonly Finding[]): string | undefined {
  if (!findings.some(({ level }) => level === "error")) return undefined;
  return findingsText(findings.filter(({ level }) => level !== "information"));
}
