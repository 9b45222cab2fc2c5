import { App, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { isChecked, markChecked } from "./marks";
import { isInRun } from "./run";

const GUARDED = Symbol.for("cdktf-azure-identity/guarded");

/**
 * Has the stack of a construct checked when it is synthesized. Each construct of this library calls it; all calls
 * but the first in a stack do nothing.
 *
 * A run of `app.synth()` is checked as a whole, with all its stacks in their final state. A stack that is synthesized
 * alone, as tests do, answers with a validation of its own.
 */
export function checkStackOf(construct: IConstruct): void {
  const stack = TerraformStack.of(construct);
  if (isChecked(stack)) return;
  markChecked(stack);
  guardAppOf(stack);
  stack.node.addValidation({ validate: () => (isInRun(stack) ? [] : checks().validateStack(stack)) });
}

/** Wraps the `synth` of an app, once, with the checks of its stacks. */
export function guardAppOf(construct: IConstruct): void {
  const app = construct.node.root;
  if (!App.isApp(app) || GUARDED in app) return;
  const synth = app.synth.bind(app);
  const isCdktfs = app.synth === App.prototype.synth;
  Object.defineProperty(app, GUARDED, { value: true });
  const value = () => checks().synthesizeChecked(app, synth, isCdktfs);
  Object.defineProperty(app, "synth", { value, configurable: true, writable: true });
}

/** Rules and model are loaded when something is checked. */
function checks(): typeof import("./checks") {
  return require("./checks") as typeof import("./checks");
}
