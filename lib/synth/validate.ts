import type { TerraformStack } from "cdktf";
import { findingsText } from "../rules/findings-text";
import { annotate } from "./annotate";
import { findingsOf } from "./findings-of";
import { runOf } from "./run";

/**
 * The validation of a stack: one text with all errors and warnings when there is an error, or nothing. Information can
 * wait until the synth passes.
 *
 * In a run of the whole app the last stack answers for all: only then every stack is in its final state, and one
 * failing synth can show all there is. A stack that is synthesized alone answers for itself.
 */
export function validateStack(stack: TerraformStack): string[] {
  const run = runOf(stack);
  if (run && stack !== run.stacks.at(-1)) return [];
  const findings = findingsOf(run?.stacks ?? [stack], run !== undefined);
  annotate(stack, findings, run);
  if (!findings.some(({ level }) => level === "error")) return [];
  const answer = findingsText(findings.filter(({ level }) => level !== "information"));
  if (run) run.answer = answer;
  return [answer];
}
