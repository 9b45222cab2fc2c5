import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { Finding } from "../rules/finding";
import { requireAppOrStack } from "./require-app-or-stack";
import { stacksOf } from "./run";

/** What the rules say, as data. */
export class Findings {
  /**
   * Findings of a stack, or of all stacks of an app, at every level.
   *
   * They are of the state that the stacks are in now: what aspects will do when the app is synthesized is not in it.
   * Of an app, references between its stacks are followed; those of a stack with overrides of its own
   * (`stack.addOverride`) once the app was synthesized. Stacks without a construct of this library have none until
   * `IdentityRules.enforce`. Only a whole app knows which acknowledgements nothing uses.
   *
   * Ask when the stacks are complete: as with any synth of cdktf, logical ids are fixed from then on.
   *
   * @throws when the construct is neither, but inside a stack
   */
  public static of(appOrStack: IConstruct): Finding[] {
    requireAppOrStack(appOrStack, "the findings of");
    // Rules and model are loaded when something is checked.
    const { findingsIn } = require("./evaluate-stacks") as typeof import("./evaluate-stacks");
    if (TerraformStack.isStack(appOrStack)) return findingsIn(appOrStack, [appOrStack], false);
    const { readApp } = require("./read-app") as typeof import("./read-app");
    const { readStack } = require("./read-stack") as typeof import("./read-stack");
    const sources = new Map(readApp(appOrStack).map((source) => [source.path, source]));
    const read = (stack: TerraformStack) => sources.get(stack.node.path) ?? readStack(stack);
    return findingsIn(appOrStack, stacksOf(appOrStack), true, read);
  }

  private constructor() {}
}
