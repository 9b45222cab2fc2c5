import { type App, TerraformElement, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { TerraformJson } from "../model/terraform-json";

/** One `app.synth()` that is under way. */
export interface Run {
  readonly app: App;
  /** In the order in which cdktf synthesizes them. */
  readonly stacks: readonly TerraformStack[];
  /** Stacks that cdktf has asked for what it writes. */
  readonly asked: ReadonlySet<TerraformStack>;
  /** The JSON of each of them; HCL has none. */
  readonly written: ReadonlyMap<TerraformStack, TerraformJson>;
}

const running = new WeakMap<IConstruct, ReadonlySet<TerraformStack>>();

/** Whether a stack is part of an `app.synth()` that is under way; one that is made during it is not, and answers alone. */
export function isInRun(stack: TerraformStack): boolean {
  return running.get(stack.node.root)?.has(stack) ?? false;
}

/**
 * Does the work of a run, and keeps what cdktf writes: each stack is asked for its JSON once, after its aspects, and the
 * answer is exactly what has to be checked.
 */
export function duringRun(app: App, work: (run: Run) => void): void {
  const stacks = stacksOf(app);
  const asked = new Set<TerraformStack>();
  const written = new Map<TerraformStack, TerraformJson>();
  running.set(app, new Set(stacks));
  const restores = stacks.flatMap((stack) => [
    listenTo(stack, "toTerraform", (json) => {
      asked.add(stack);
      written.set(stack, json as TerraformJson);
    }),
    listenTo(stack, "toHclTerraform", () => asked.add(stack)),
  ]);
  try {
    work({ app, stacks, asked, written });
  } finally {
    running.delete(app);
    for (const restore of restores) restore();
  }
}

/** Has what a method returns heard as well; returns what makes the method as it was. */
export function listenTo(
  stack: TerraformStack,
  name: "toTerraform" | "toHclTerraform",
  heard: (answer: unknown) => void,
): () => void {
  const method = stack[name].bind(stack);
  return answerWith(stack, name, () => {
    const answer: unknown = method();
    heard(answer);
    return answer;
  });
}

/** Puts another method in the place of one; returns what makes it as it was. */
export function answerWith(
  stack: TerraformStack,
  name: "toTerraform" | "toHclTerraform",
  value: () => unknown,
): () => void {
  const before = Object.getOwnPropertyDescriptor(stack, name);
  Object.defineProperty(stack, name, { value, configurable: true, writable: true });
  return () => {
    Reflect.deleteProperty(stack, name);
    if (before) Object.defineProperty(stack, name, before);
  };
}

/** All stacks of an app, or the stack alone. */
export function stacksOf(appOrStack: IConstruct): TerraformStack[] {
  if (TerraformStack.isStack(appOrStack)) return [appOrStack];
  const stacks: TerraformStack[] = [];
  const visit = ({ node }: IConstruct) => {
    for (const child of node.children) {
      // What is an element is no stack, and most constructs are.
      if (!TerraformElement.isTerraformElement(child) && TerraformStack.isStack(child)) stacks.push(child);
      visit(child);
    }
  };
  visit(appOrStack);
  return stacks;
}
