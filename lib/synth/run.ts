import { App, type ISynthesisSession, TerraformStack } from "cdktf";
import type { FileState } from "./file-state";

/** One `app.synth()` that is under way. */
export interface Run {
  readonly session: ISynthesisSession;
  /** In the order in which cdktf synthesizes them; the last one answers for all. */
  readonly stacks: readonly TerraformStack[];
  /** What the output folder held before this run wrote to it. */
  readonly before: FileState[];
  /** What the last stack answered, once it has. */
  answer?: string;
}

const runs = new WeakMap<App, Run>();

/** The run of `app.synth()` that a stack is part of; none when a stack is synthesized alone, as tests do. */
export function runOf(stack: TerraformStack): Run | undefined {
  const { root } = stack.node;
  return App.isApp(root) ? runs.get(root) : undefined;
}

export function beginRun(app: App, session: ISynthesisSession): Run {
  const run: Run = { session, stacks: app.node.findAll().filter(TerraformStack.isStack), before: [] };
  runs.set(app, run);
  return run;
}

export function endRun(app: App): void {
  runs.delete(app);
}
