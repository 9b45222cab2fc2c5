import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { StackSource } from "../model/terraform-json";
import type { Finding } from "../rules/finding";
import { stacksOf } from "./run";

/** What the rules say, as data. */
export class Findings {
  /**
   * Findings of a stack, or of all stacks of an app, at every level.
   *
   * They are of the state that the stacks are in now: what aspects will do when the app is synthesized is not in it.
   * Of an app, references between its stacks are followed. Stacks without a construct of this library have none until
   * `IdentityRules.enforce`. Only a whole app knows which acknowledgements nothing uses.
   *
   * Ask when the stacks are complete: as with any synth of cdktf, logical ids are fixed from then on.
   */
  public static of(appOrStack: IConstruct): Finding[] {
    // Rules and model are loaded when something is checked.
    const { findingsIn } = require("./evaluate-stacks") as typeof import("./evaluate-stacks");
    if (TerraformStack.isStack(appOrStack)) return findingsIn(appOrStack, [appOrStack], false);
    const { readApp } = require("./read-app") as typeof import("./read-app");
    const sources = new Map(readApp(appOrStack).map((source) => [source.path, source]));
    const read = ({ node }: TerraformStack) => sources.get(node.path) as StackSource;
    return findingsIn(appOrStack, stacksOf(appOrStack), true, read);
  }

  private constructor() {}
}
