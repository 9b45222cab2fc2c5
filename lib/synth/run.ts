import { type App, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";

/** One `app.synth()` that is under way. */
export interface Run {
  readonly app: App;
  /** In the order in which cdktf synthesizes them; the last one answers for all. */
  readonly stacks: readonly TerraformStack[];
  /** What the last stack answered, once it has. */
  answer?: string;
}

const runs = new WeakMap<IConstruct, Run>();

/** The run of `app.synth()` that a stack is part of; none when a stack is synthesized alone, as tests do. */
export function runOf(stack: TerraformStack): Run | undefined {
  return runs.get(stack.node.root);
}

/** Does the work of a run, which ends with it. */
export function duringRun(app: App, work: (run: Run) => void): void {
  const run: Run = { app, stacks: stacksOf(app) };
  runs.set(app, run);
  try {
    work(run);
  } finally {
    runs.delete(app);
  }
}

/** All stacks of an app, or the stack alone. */
export function stacksOf(appOrStack: IConstruct): TerraformStack[] {
  if (TerraformStack.isStack(appOrStack)) return [appOrStack];
  return appOrStack.node.findAll().filter(TerraformStack.isStack);
}
