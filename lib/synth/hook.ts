import { App, type ISynthesisSession, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { restoreFile, stateOfFile } from "./file-state";
import { isChecked, markChecked } from "./marks";
import { presentable } from "./presentable";
import { beginRun, endRun, type Run, runOf } from "./run";

const VALIDATED = Symbol.for("cdktf-azure-identity/validated");
const GUARDED = Symbol.for("cdktf-azure-identity/guarded");

/**
 * Has the stack of a construct checked when it is synthesized. Each construct of this library calls it; all calls
 * but the first in a stack do nothing.
 */
export function checkStackOf(construct: IConstruct): void {
  const stack = TerraformStack.of(construct);
  if (isChecked(stack)) return;
  markChecked(stack);
  validateOnSynth(stack);
  for (const other of topStacks(stack.node.root)) guard(other);
  guard(stack);
}

function validateOnSynth(stack: TerraformStack): void {
  if (VALIDATED in stack) return;
  Object.defineProperty(stack, VALIDATED, { value: true });
  stack.node.addValidation({
    validate: () => {
      // Rules and model are loaded when something is checked.
      const { validateStack } = require("./validate") as typeof import("./validate");
      return validateStack(stack);
    },
  });
}

/** Wraps the stack's synthesizer, so that a failing synth of the app takes back what this stack wrote. */
function guard(stack: TerraformStack): void {
  if (GUARDED in stack) return;
  Object.defineProperty(stack, GUARDED, { value: true });
  const { synthesizer } = stack;
  stack.synthesizer = {
    synthesize: (session) => synthesizeGuarded(stack, session, () => synthesizer.synthesize(session)),
  };
}

/** Synthesizes one stack; when that fails, the output folder becomes what it was before the run. */
function synthesizeGuarded(stack: TerraformStack, session: ISynthesisSession, synthesize: () => void): void {
  const app = App.of(stack);
  if (session.manifest !== app.manifest) {
    synthesize();
    return;
  }
  const current = runOf(stack);
  const run = current?.session === session ? current : startRun(app, session);
  const { synthesizedStackPath, stackMetadataPath } = session.manifest.forStack(stack);
  const files = app.hclOutput ? [synthesizedStackPath, stackMetadataPath] : [synthesizedStackPath];
  run.before.push(...files.map((file) => stateOfFile(session.outdir, file)));
  try {
    synthesize();
  } catch (error) {
    endRun(app);
    for (const state of run.before.reverse()) restoreFile(state);
    throw presentable(error, stack.node.path, run.answer);
  }
  if (stack === run.stacks.at(-1)) endRun(app);
}

function startRun(app: App, session: ISynthesisSession): Run {
  const run = beginRun(app, session);
  for (const stack of run.stacks) guard(stack);
  const last = run.stacks.at(-1);
  if (last) validateOnSynth(last);
  return run;
}

/** Stacks that are in no other stack. A walk that enters no stack stays cheap however large the stacks are. */
function topStacks(root: IConstruct): TerraformStack[] {
  if (!App.isApp(root)) return [];
  const visit = (construct: IConstruct): TerraformStack[] =>
    TerraformStack.isStack(construct) ? [construct] : construct.node.children.flatMap(visit);
  return visit(root);
}
