import { App, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { isChecked, markChecked } from "./marks";
import { outputState, restoreOutput } from "./output-state";
import { presentable } from "./presentable";
import { duringRun, type Run } from "./run";

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
  guardAppOf(stack);
}

/**
 * Wraps the `synth` of an app, once: the stacks of a run are known, the last of them answers for all, and when the run
 * fails, for whatever reason, the output folder becomes what it was before.
 */
export function guardAppOf(construct: IConstruct): void {
  const app = construct.node.root;
  if (!App.isApp(app) || GUARDED in app) return;
  const synth = app.synth.bind(app);
  Object.defineProperty(app, GUARDED, { value: true });
  Object.defineProperty(app, "synth", { value: () => duringRun(app, (run) => guarded(run, synth)) });
}

function guarded(run: Run, synth: () => void): void {
  const last = run.stacks.at(-1);
  if (last) validateOnSynth(last);
  const before = outputState(run.app.outdir);
  try {
    synth();
  } catch (error) {
    restoreOutput(before);
    throw presentable(error, run.answer);
  }
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
