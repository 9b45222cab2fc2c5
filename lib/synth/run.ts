import { type App, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { TerraformJson } from "../model/terraform-json";

/** One `app.synth()` that is under way. */
export interface Run {
  readonly app: App;
  /** In the order in which cdktf synthesizes them. */
  readonly stacks: readonly TerraformStack[];
  /** The JSON of each stack that cdktf has asked for it, which it then writes. */
  readonly written: ReadonlyMap<TerraformStack, TerraformJson>;
}

const running = new WeakSet<IConstruct>();

/** Whether `app.synth()` is under way for the app of a stack; it is not when a stack is synthesized alone, as tests do. */
export function isInRun(stack: TerraformStack): boolean {
  return running.has(stack.node.root);
}

/**
 * Does the work of a run, and keeps what cdktf writes: each stack is asked for its JSON once, after its aspects, and the
 * answer is exactly what has to be checked.
 */
export function duringRun(app: App, work: (run: Run) => void): void {
  const stacks = stacksOf(app);
  const written = new Map<TerraformStack, TerraformJson>();
  running.add(app);
  for (const stack of stacks) {
    const toTerraform = stack.toTerraform.bind(stack);
    stack.toTerraform = () => {
      const json = toTerraform();
      written.set(stack, json);
      return json;
    };
  }
  try {
    work({ app, stacks, written });
  } finally {
    running.delete(app);
    for (const stack of stacks) Reflect.deleteProperty(stack, "toTerraform");
  }
}

/** All stacks of an app, or the stack alone. */
export function stacksOf(appOrStack: IConstruct): TerraformStack[] {
  if (TerraformStack.isStack(appOrStack)) return [appOrStack];
  return appOrStack.node.findAll().filter(TerraformStack.isStack);
}
